package org.iotconnector.easyiot.siot.http;

import java.time.LocalDateTime;

/**
 * A stored message.
 *
 * @param id the server's number for it
 * @param topic project and device
 * @param content its text
 * @param created when the server took it, by the clock and in the zone of the server, which it does not tell
 */
public record SiotMessage(long id, String topic, String content, LocalDateTime created) {}
