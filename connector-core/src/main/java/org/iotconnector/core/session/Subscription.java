package org.iotconnector.core.session;

/**
 * A topic filter together with the highest quality of service at which its messages should come.
 *
 * @param filter what to receive
 * @param qos the most that is asked for; the server may grant less
 */
public record Subscription(TopicFilter filter, QualityOfService qos) {
    /** At least once, the choice for commands. */
    public static Subscription atLeastOnce(String filter) {
        return new Subscription(TopicFilter.of(filter), QualityOfService.AT_LEAST_ONCE);
    }

    /** At most once. */
    public static Subscription atMostOnce(String filter) {
        return new Subscription(TopicFilter.of(filter), QualityOfService.AT_MOST_ONCE);
    }
}
