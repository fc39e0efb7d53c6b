/** How Adafruit IO names topics and writes messages. Free to change: no other module imports it. */
@NullMarked
package org.iotconnector.adafruit.internal;

import org.jspecify.annotations.NullMarked;
