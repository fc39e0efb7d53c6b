/**
 * The HiveMQ client behind the session's transport, with its automatic reconnect off, and the reading of its failures.
 * Free to change; no other module imports it.
 */
@NullMarked
package org.iotconnector.core.internal.hivemq;

import org.jspecify.annotations.NullMarked;
