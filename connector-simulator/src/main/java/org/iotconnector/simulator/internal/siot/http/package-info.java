/** The HTTP API of the simulated SIoT, over the same store as MQTT. Everything runs on the loop thread. */
@NullMarked
package org.iotconnector.simulator.internal.siot.http;

import org.jspecify.annotations.NullMarked;
