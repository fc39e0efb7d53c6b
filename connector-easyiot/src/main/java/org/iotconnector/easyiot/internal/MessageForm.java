package org.iotconnector.easyiot.internal;

import org.iotconnector.core.session.QualityOfService;

/**
 * How messages of a device look on its platform, beside topic and values.
 *
 * @param qos of reports
 * @param listenQos of subscriptions
 * @param prefix what stands in front of reports; empty for nothing
 * @param prefixTolerated whether {@link SiotPrefix#UNSTORED} in front of what comes is no part of it
 * @param prefixReturns whether the server sends a prefix back along with the rest
 * @param suppressEcho whether own reports are kept from the handlers
 */
public record MessageForm(
        QualityOfService qos,
        QualityOfService listenQos,
        String prefix,
        boolean prefixTolerated,
        boolean prefixReturns,
        boolean suppressEcho) {
    /** Reports without a prefix. */
    public static MessageForm plain(QualityOfService qos, boolean suppressEcho) {
        return new MessageForm(qos, QualityOfService.AT_LEAST_ONCE, "", false, true, suppressEcho);
    }
}
