/** What programs for {@code umqtt} become here, compiled and run; a test compares the pages with it. */
@NullMarked
package org.iotconnector.mqtt.umqtt;

import org.jspecify.annotations.NullMarked;
