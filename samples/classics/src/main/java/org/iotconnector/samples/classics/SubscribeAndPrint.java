package org.iotconnector.samples.classics;

import org.iotconnector.core.session.MqttSession;

/** Exercise 1: subscribes to a topic filter and prints what comes. */
public final class SubscribeAndPrint implements Exercise {
    /** Listens on {@code filter}, such as {@code /public/#}, as long as {@code session} lives. */
    public SubscribeAndPrint(MqttSession session, String filter) {
        session.subscribe(
                filter,
                message -> System.out.println(
                        message.topic() + ": " + message.text() + (message.retained() ? " (retained)" : "")));
    }
}
