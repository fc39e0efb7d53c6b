package org.iotconnector.simulator.onenet;

import java.net.URI;
import java.time.Instant;

/**
 * One attempt to deliver something to a server, or to verify the server.
 *
 * @param target the server's URL
 * @param id which message; empty for the verification
 * @param retry 0 for the first attempt, up to 16
 * @param time when it began
 * @param status HTTP status of the answer, 0 when none came within 5 s
 * @param delivered whether the answer was the right one
 */
public record PushAttempt(URI target, String id, int retry, Instant time, int status, boolean delivered) {}
