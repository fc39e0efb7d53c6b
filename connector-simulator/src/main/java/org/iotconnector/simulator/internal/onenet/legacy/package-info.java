/**
 * How the first generation of OneNET behaves: login, data packets, commands, topics, registration. It reads packets on its own
 * and shares no code with any client.
 */
@NullMarked
package org.iotconnector.simulator.internal.onenet.legacy;

import org.jspecify.annotations.NullMarked;
