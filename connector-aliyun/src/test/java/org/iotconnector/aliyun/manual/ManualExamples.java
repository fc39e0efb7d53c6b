package org.iotconnector.aliyun.manual;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.aliyun.AliyunCustomTopics;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;

/** Each piece between a {@code tag} and its {@code end} stands in a page of the manual, to the letter but for white space. */
final class ManualExamples {
    final Led led = new Led();
    final List<String> shown = new CopyOnWriteArrayList<>();
    private int rounds = 30;

    /** What the reader is assumed to have. */
    static final class Led {
        volatile boolean on;
        volatile String text = "";

        void switchTo(boolean state) {
            on = state;
        }

        void show(String message) {
            text = message;
        }
    }

    private boolean running() {
        return rounds-- > 0 && led.text.isEmpty();
    }

    private void show(String text) {
        shown.add(text);
    }

    void quickStart() {
        // tag::quick-start[]
        try (Connector connector = Connector.create()) {
            Device lamp = connector.open(AliyunConfig.builder()
                    .productKey("a1Demo0Prod")
                    .deviceName("lamp-1")
                    .deviceSecret(Secret.fromEnv("LAMP_SECRET"))
                    .build());
            lamp.onSet(set -> {
                led.switchTo(set.bool("LightSwitch"));
                return SetResult.done();
            });
            lamp.report(Values.of("LightSwitch", true, "CurrentLedADC", 512))
                    .replied()
                    .join();
        }
        // end::quick-start[]
    }

    AliyunConfig config() {
        // tag::config[]
        AliyunConfig lamp = AliyunConfig.builder()
                .productKey("a1Demo0Prod")
                .deviceName("lamp-1")
                .deviceSecret(Secret.fromEnv("LAMP_SECRET"))
                .build();
        // end::config[]
        return lamp;
    }

    Device openFile(Connector connector) {
        // tag::open-file[]
        Device lamp = connector.open(Path.of("lamp.yaml"));
        // end::open-file[]
        return lamp;
    }

    void blockingStyle(Device lamp) throws InterruptedException {
        // tag::blocking-style[]
        MqttSession session = lamp.session();
        session.subscribe("/a1Demo0Prod/lamp-1/user/get");
        while (running()) {
            session.receive(Duration.ofSeconds(1)).ifPresent(message -> led.show(message.text()));
        }
        // end::blocking-style[]
    }

    void customTopics(AliyunConfig lamp, MqttSession session, Bytes payload) {
        // tag::custom-topics[]
        AliyunCustomTopics topics = AliyunCustomTopics.of(lamp);
        topics.publish(session, "update", Bytes.ofUtf8("hello")); // /a1Demo0Prod/lamp-1/user/update
        topics.subscribe(session, "get", message -> show(message.text()));
        topics.publishParsed(session, "update", payload); // …?_sn=default: the product's script parses it
        // end::custom-topics[]
    }
}
