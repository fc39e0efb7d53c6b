/**
 * HTTP for what platforms do beside MQTT: calls of their REST interfaces, and downloads that survive broken connections
 * and are checked before anybody sees the file. One client serves a whole connector.
 */
@NullMarked
package org.iotconnector.core.http;

import org.jspecify.annotations.NullMarked;
