package org.iotconnector.core.tls;

import java.time.Instant;

/**
 * Something that a TLS connection stands on and that ends.
 *
 * @param message what ends and when, in one sentence
 * @param advice what to do before
 * @param at when
 */
public record TlsEnd(String message, String advice, Instant at) {}
