package org.iotconnector.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {
    @Test
    void read_nothingSet_givesTheStandardOptions() {
        Settings settings = Settings.builder(SessionSettings.all()).build();

        assertThat(SessionSettings.read(settings)).isEqualTo(SessionOptions.standard());
    }

    @Test
    void read_yaml_givesItsOptions() {
        SettingSource yaml = SettingSource.yaml("""
            inFlightWindow: 4
            pacing: false
            traceDirectory: traces
            slowHandler: 3s
            outboxOverflow: keep-last
            outboxAge: 10m
            """, "test");

        SessionOptions options = SessionSettings.read(
                Settings.builder(SessionSettings.all()).read(yaml).build());

        assertThat(options.inFlightWindow()).isEqualTo(4);
        assertThat(options.pacing()).isFalse();
        assertThat(options.traceDirectory()).contains(Path.of("traces"));
        assertThat(options.slowHandler()).hasSeconds(3);
        assertThat(options.outbox().overflow()).isEqualTo(OverflowPolicy.KEEP_LAST);
        assertThat(options.outbox().maxAge()).hasMinutes(10);
    }

    @Test
    void read_durableOutbox_givesIt() {
        SettingSource yaml = SettingSource.yaml(
                "outbox: durable\noutboxDirectory: /var/lib/lamp\noutboxSync: system\noutboxReplay: live-first\n",
                "test");

        SessionOptions options = SessionSettings.read(
                Settings.builder(SessionSettings.all()).read(yaml).build());

        assertThat(options.durableOutbox())
                .contains(new DurableOutbox(
                        Path.of("/var/lib/lamp"), DurableOutbox.Sync.SYSTEM, DurableOutbox.Replay.LIVE_FIRST));
        assertThat(options.newBuilder().build()).isEqualTo(options);
    }

    @Test
    void read_durableOutboxWithoutFolder_saysWhatIsMissing() {
        Settings settings = Settings.builder(SessionSettings.all())
                .read(SettingSource.yaml("outbox: durable\n", "test"))
                .build();

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> SessionSettings.read(settings))
                .withMessageContaining("outboxDirectory")
                .withMessageContaining("name a folder that outlives the program");
    }

    @Test
    void mqttVersion_31_isRefusedWithTheReason() {
        SettingSource yaml = SettingSource.yaml("mqttVersion: \"3.1\"\n", "test");

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> Settings.builder(List.of(SessionSettings.MQTT_VERSION))
                        .read(yaml)
                        .build())
                .withMessageContaining("23 characters");
    }

    @Test
    void all_keys_areDeclaredOnce() {
        assertThat(SessionSettings.all()).extracting(s -> s.key()).doesNotHaveDuplicates();
    }
}
