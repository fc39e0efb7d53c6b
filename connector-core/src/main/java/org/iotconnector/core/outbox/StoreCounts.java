package org.iotconnector.core.outbox;

/**
 * What a durable outbox has done since it was opened, at one instant.
 *
 * @param restored messages of an earlier run that were found and are sent again
 * @param lost messages that an earlier run had stored and that could not be read any more: a cut off end or damage
 * @param stored messages that were written to the store
 * @param failed messages that could not be written; they go on in memory alone
 * @param removed messages that have ended and were taken out of the store
 * @param queued messages that wait to be written now
 */
public record StoreCounts(long restored, long lost, long stored, long failed, long removed, long queued) {}
