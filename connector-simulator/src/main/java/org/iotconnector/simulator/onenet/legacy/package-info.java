/**
 * The simulated first generation of OneNET, "multi-protocol MQTT": its settings, its devices as the cloud side sees them, and
 * what they upload.
 */
@NullMarked
package org.iotconnector.simulator.onenet.legacy;

import org.jspecify.annotations.NullMarked;
