/** {@code iotc history}: records what devices say, and gives it back. */
@NullMarked
package org.iotconnector.cli.internal.history;

import org.jspecify.annotations.NullMarked;
