package org.iotconnector.mqtt.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.iotconnector.core.Connector;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.fleet.Fleet;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.Mosquitto;
import org.iotconnector.mqtt.MqttConfig;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hundreds of devices on a real broker. */
@Timeout(180)
class FleetOnMosquittoTest {
    private static final int DEVICES = 300;
    private static final int BLOCKED = 40;

    private final Mosquitto broker = Mosquitto.open();
    private final Connector connector = Connector.builder().handlerThreads(4).build();

    @AfterEach
    void close() {
        connector.close();
        broker.close();
    }

    private List<MqttConfig> configs(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> MqttConfig.builder()
                        .endpoint("mqtt://127.0.0.1:" + broker.port())
                        .deviceName("lamp-" + number)
                        .build())
                .toList();
    }

    private static void awaitAll(Fleet fleet) {
        // Two steps, since a busy machine takes its time.
        for (int share : new int[] {DEVICES / 2, DEVICES}) {
            Await.until(share + " are online", () -> fleet.summary().online() >= share);
        }
    }

    @Test
    void devices_whenTheirBrokerIsRestarted_allComeBackAndReport() {
        try (Fleet fleet = Fleet.over(connector)) {
            assertThat(fleet.open(configs(DEVICES))).isEmpty();
            awaitAll(fleet);

            broker.kill();
            Await.until("all are away", () -> fleet.summary().online() == 0);
            broker.restart();
            awaitAll(fleet);

            fleet.devices()
                    .forEach(device ->
                            Await.value(device.report(Values.of("on", true)).acknowledged()));
            assertThat(fleet.summary().failures()).isEmpty();
        }
    }

    @Test
    void devices_whoseHandlersBlock_doNotKeepTheOthersFromTheirs() {
        CountDownLatch end = new CountDownLatch(1);
        Set<String> handled = ConcurrentHashMap.newKeySet();
        try (Fleet fleet = Fleet.over(
                connector,
                device -> device.onSet(set -> {
                    if (Integer.parseInt(device.id().substring("lamp-".length())) < BLOCKED) {
                        end.await();
                    }
                    handled.add(device.id());
                    return SetResult.done();
                }))) {
            List<MqttConfig> configs = configs(BLOCKED + 10);
            fleet.open(configs);
            Await.until("all are online", () -> fleet.summary().online() == configs.size());
            MqttSession sender = fleet.devices().get(BLOCKED).session();

            for (MqttConfig config : configs) {
                sender.publish(Publication.text(config.deviceName() + "/on/set", "true"));
            }

            Await.until("those that do not block are done", () -> handled.size() == 10);
            end.countDown();
            Await.until("then the others, too", () -> handled.size() == configs.size());
        }
    }
}
