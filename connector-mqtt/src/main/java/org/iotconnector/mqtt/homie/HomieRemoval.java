package org.iotconnector.mqtt.homie;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.mqtt.homie.internal.HomieCleaning;

/**
 * Takes a device back from the broker for good, by clearing everything that is kept of it: the state first, by which
 * controllers see that it is removed, then the rest.
 */
public final class HomieRemoval {
    private HomieRemoval() {}

    /**
     * Removes the device that {@code config} describes. It must have been closed; else it would say that it is
     * disconnected afterwards and be there again.
     *
     * @return completes when the broker has taken all of it; exceptionally as deliveries do
     */
    public static CompletableFuture<Void> run(Connector connector, HomieConfig config) {
        MqttSession session = connector.session(SessionConfig.of(
                HomieProvider.login(config, config.clientId() + "-removal")
                        .cleanStart(true)
                        .build(),
                config.session()));
        List<CompletableFuture<Void>> all = new ArrayList<>();
        HomieCleaning.topics(config, config.layout())
                .forEach(topic -> all.add(session.publish(new Publication(topic, Bytes.empty(), config.qos(), true))
                        .acknowledged()));
        return CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]))
                .whenComplete((done, failure) -> session.closeAsync());
    }
}
