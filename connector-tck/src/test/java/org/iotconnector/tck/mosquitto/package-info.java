/** The session against a real Mosquitto, where the binary is there. */
@NullMarked
package org.iotconnector.tck.mosquitto;

import org.jspecify.annotations.NullMarked;
