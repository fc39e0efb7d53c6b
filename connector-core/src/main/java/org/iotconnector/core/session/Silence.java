package org.iotconnector.core.session;

import java.time.Duration;
import java.util.Optional;

/**
 * How long nothing has come from the server on a connection.
 *
 * @param sinceInbound the time since the last byte came, of whatever packet
 * @param sinceAsked the time since the first PINGREQ that was sent after that byte; empty when none was, so that the server
 *     has not been asked whether it is there
 */
public record Silence(Duration sinceInbound, Optional<Duration> sinceAsked) {}
