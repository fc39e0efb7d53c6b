/** Topics, payloads and trees of the Homie convention; free to change. */
@NullMarked
package org.iotconnector.mqtt.homie.internal;

import org.jspecify.annotations.NullMarked;
