package org.iotconnector.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.aliyun.AliyunProvider;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a device's reports become in the next run, on a platform that has history reports. */
@Timeout(120)
class DeviceReplayTest {
    private static final String PROPERTY = "/sys/a1Demo0Prod/lamp-1/thing/event/property/post";
    private static final String HISTORY = "/sys/a1Demo0Prod/lamp-1/thing/event/property/history/post";

    @TempDir
    private Path directory;

    /** The device as a settings file describes it. */
    private AliyunConfig config(String replay) {
        AliyunProvider provider = new AliyunProvider();
        return provider.configure(Settings.builder(provider.settings())
                .read(SettingSource.options(Map.of(
                        "productKey", "a1Demo0Prod",
                        "deviceName", "lamp-1",
                        "deviceSecret", "0123456789abcdef0123456789abcdef",
                        "closeTimeout", "0s",
                        "outbox", "durable",
                        "outboxDirectory", directory.toString(),
                        "outboxReplay", replay)))
                .build());
    }

    private void reportOffline(String replay) {
        try (Connector connector = Connector.builder()
                .transports(new ScriptedTransports(Script.MANUAL))
                .build()) {
            Device lamp = connector.open(config(replay));
            Delivery first = lamp.report(Values.of("LightSwitch", false), Instant.ofEpochMilli(1_700_000_000_123L));
            Delivery second = lamp.event("Error", Values.of("ErrorCode", 1));
            Await.value(first.stored());
            Await.value(second.stored());
            // A question is of no use to a later run.
            lamp.desired("LightSwitch");
            assertThat(lamp.session().storeCounts().orElseThrow().stored()).isEqualTo(2);
        }
    }

    private List<PublishRequest> nextRun(String replay, int messages) {
        ScriptedTransports transports = new ScriptedTransports(Script.WILLING);
        try (Connector connector = Connector.builder().transports(transports).build()) {
            connector.open(config(replay), lamp -> lamp.report(Values.of("LightSwitch", true)));
            Await.until(
                    "all is sent",
                    () -> !transports.all().isEmpty()
                            && transports.first().publishes().size() == messages);
            return transports.first().publishes();
        }
    }

    private static List<String> topics(List<PublishRequest> sent) {
        return sent.stream().map(it -> it.publication().topic().text()).toList();
    }

    @Test
    void reports_inOrder_goFirstAsTheyWere() {
        reportOffline("in-order");

        List<PublishRequest> sent = nextRun("in-order", 3);

        assertThat(topics(sent)).containsExactly(PROPERTY, "/sys/a1Demo0Prod/lamp-1/thing/event/Error/post", PROPERTY);
        assertThat(sent.get(0).text()).contains("1700000000123");
    }

    @Test
    void reports_liveFirst_goLastAsHistoryWithTheirTimes() {
        reportOffline("live-first");

        List<PublishRequest> sent = nextRun("live-first", 3);

        assertThat(topics(sent)).containsExactly(PROPERTY, HISTORY, HISTORY);
        assertThat(sent.get(1).text()).contains("1700000000123", "LightSwitch");
        assertThat(sent.get(2).text()).contains("ErrorCode");
    }

    @Test
    void requestNumbers_ofTheNextRun_areOthers() {
        reportOffline("in-order");

        List<PublishRequest> sent = nextRun("in-order", 3);

        assertThat(sent.stream().map(it -> it.text().replaceAll(".*\"id\":\"(\\d+)\".*", "$1")))
                .doesNotHaveDuplicates();
    }
}
