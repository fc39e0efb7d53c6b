/** x. */
@NullMarked
package org.iotconnector.core;

import org.jspecify.annotations.NullMarked;
