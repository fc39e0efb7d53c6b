package org.iotconnector.easyiot;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as the site's list shows it.
 *
 * @param time when it was stored; empty if the answer has no time that can be read
 * @param text its text
 */
public record EasyIotStoredMessage(Optional<Instant> time, String text) {}
