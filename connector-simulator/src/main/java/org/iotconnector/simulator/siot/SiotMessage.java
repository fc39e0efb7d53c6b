package org.iotconnector.simulator.siot;

import java.time.Instant;

/**
 * A stored message.
 *
 * @param id its number among all of the server, from 1
 * @param topic topic name
 * @param content its payload, read as UTF-8
 * @param created when it came, by the simulator's clock
 */
public record SiotMessage(long id, String topic, String content, Instant created) {}
