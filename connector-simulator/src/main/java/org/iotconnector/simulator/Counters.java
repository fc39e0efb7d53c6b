package org.iotconnector.simulator;

/**
 * What a platform has counted since it started. A snapshot; the figures of one snapshot belong together.
 *
 * @param connectsAccepted CONNECT packets answered with success
 * @param connectsRefused CONNECT packets answered with a refusal, faults included
 * @param takeOvers connections closed because the same device connected again
 * @param publishesReceived PUBLISH packets from devices
 * @param publishesDropped of these, the ones the platform dropped or refused
 * @param publishesSent PUBLISH packets to devices, repetitions included
 * @param pubAcksSent PUBACK packets to devices
 * @param pubAcksWithheld PUBACK packets suppressed by a fault or by the rate limit
 * @param subscriptionsRefused topic filters answered with failure
 * @param deliveriesDropped messages for devices that were lost because a queue was full
 */
public record Counters(
        long connectsAccepted,
        long connectsRefused,
        long takeOvers,
        long publishesReceived,
        long publishesDropped,
        long publishesSent,
        long pubAcksSent,
        long pubAcksWithheld,
        long subscriptionsRefused,
        long deliveriesDropped) {}
