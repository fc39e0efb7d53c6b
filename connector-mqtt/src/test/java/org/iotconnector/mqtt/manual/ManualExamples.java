package org.iotconnector.mqtt.manual;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.mqtt.MqttConfig;
import org.iotconnector.mqtt.PayloadForm;
import org.iotconnector.mqtt.homie.HomieAnnouncements;
import org.iotconnector.mqtt.homie.HomieConfig;
import org.iotconnector.mqtt.homie.HomieController;
import org.iotconnector.mqtt.homie.HomieDevice;
import org.iotconnector.mqtt.homie.HomieListener;
import org.iotconnector.mqtt.homie.HomieRemoval;
import org.iotconnector.mqtt.homie.HomieSetResult;
import org.iotconnector.mqtt.homie.HomieVersion;
import org.iotconnector.mqtt.sys.BrokerMonitor;
import org.iotconnector.mqtt.sys.BrokerStatus;

/** Each piece between a {@code tag} and its {@code end} stands in a page of the manual, to the letter but for white space. */
final class ManualExamples {
    final List<String> heard = new CopyOnWriteArrayList<>();

    private void listen(String what, String text) {
        heard.add(what + " " + text);
    }

    MqttConfig config() {
        // tag::config[]
        MqttConfig lamp = MqttConfig.builder()
                .endpoint("mqtts://broker.example.com:8883")
                .deviceName("lamp-1")
                .username("lamp-1")
                .password(Secret.fromEnv("LAMP_PASSWORD"))
                .build();
        // end::config[]
        return lamp;
    }

    MqttConfig bulb() {
        // tag::bulb[]
        MqttConfig bulb = MqttConfig.builder()
                .endpoint("mqtt://192.168.1.10:1883")
                .deviceName("bulb-1")
                .payload(PayloadForm.JSON)
                .propertyTopic("zigbee2mqtt/{deviceName}")
                .commandTopic("zigbee2mqtt/{deviceName}/set")
                .pointers(Map.of("red", "/color/r", "green", "/color/g", "blue", "/color/b"))
                .booleanWords("ON/OFF")
                .build();
        // end::bulb[]
        return bulb;
    }

    String monitor(MqttSession session) {
        // tag::monitor[]
        BrokerMonitor monitor = BrokerMonitor.open(session);
        OptionalLong clients = monitor.status().connectedClients();
        OptionalDouble connects = monitor.status().load("connections", BrokerStatus.Window.ONE_MINUTE);
        // end::monitor[]
        return clients + " " + connects;
    }

    HomieConfig homie() {
        // tag::homie[]
        HomieConfig lamp = HomieConfig.builder()
                .endpoint("mqtt://192.168.1.10:1883")
                .device("lamp-1")
                .homieVersion(HomieVersion.V4)
                .thingModel(Path.of("lamp-tsl.json"))
                .build();
        // end::homie[]
        return lamp;
    }

    void announcements(Device device, HomieConfig config) {
        // tag::announcements[]
        HomieAnnouncements says = HomieAnnouncements.of(device, config);
        says.alert("hot", "90 degrees");
        says.log(HomieAnnouncements.Level.INFO, "fan started");
        says.onBroadcast((level, text) -> listen(level, text));
        // end::announcements[]
    }

    void removal(Connector connector, Device device, HomieConfig config) {
        // tag::removal[]
        device.close();
        HomieRemoval.run(connector, config).join();
        // end::removal[]
    }

    HomieSetResult controller(MqttSession session) {
        // tag::controller[]
        HomieController controller = HomieController.open(session, new HomieListener() {
            @Override
            public void onLost(HomieDevice device) {
                listen(device.id(), device.state());
            }
        });
        HomieSetResult result = controller
                .set("lamp-1", "main", "level", "42", Duration.ofSeconds(5))
                .join();
        // end::controller[]
        return result;
    }
}
