/** What the samples' command lines have in common. Nothing here knows a platform. */
@NullMarked
package org.iotconnector.samples.common;

import org.jspecify.annotations.NullMarked;
