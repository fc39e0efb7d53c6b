package org.iotconnector.onenet.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.legacy.BinaryData;
import org.iotconnector.simulator.onenet.legacy.DataPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a device sends, as a platform that reads packets on its own understands it. */
class LegacyDeviceTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Instant TIME = Instant.parse("2016-01-01T19:04:05Z");
    private static final LocalDateTime BEIJING = LocalDateTime.of(2016, 1, 2, 3, 4, 5);
    private static final Optional<LocalDateTime> ARRIVAL = Optional.empty();

    private final SimulatedLegacy platform = new SimulatedLegacy();
    private final Connector connector = Connector.create();

    @AfterEach
    void close() {
        connector.close();
        platform.close();
    }

    private LegacyConfig config(UnaryOperator<LegacyConfigBuilder> more) {
        return more.apply(
                        Devices.sensor().endpoint(platform.platform().mqttUri().toString()))
                .build();
    }

    private Device open(LegacyConfig config) {
        Device device = connector.open(config);
        device.awaitOnline(LIMIT);
        return device;
    }

    private LegacyDevice sender(LegacyConfig config) {
        return LegacyDevice.of(config, open(config).session());
    }

    private List<DataPoint> points() {
        return platform.device().points();
    }

    @Test
    void report_withTime_isStoredWithBeijingTime() {
        Device device = open(config(it -> it));

        device.report(Values.of("t", 22.5), TIME).acknowledged().join();

        assertThat(points()).containsExactly(new DataPoint("t", Optional.of(BEIJING), 22.5));
    }

    @Test
    void batch_always_isStoredPointByPoint() {
        Device device = open(config(it -> it));

        device.batch(Backlog.builder()
                        .values(TIME, Values.of("t", 1))
                        .values(TIME.plusSeconds(1), Values.of("t", 2))
                        .build())
                .acknowledged()
                .join();

        assertThat(points())
                .containsExactly(
                        new DataPoint("t", Optional.of(BEIJING), 1),
                        new DataPoint("t", Optional.of(BEIJING.plusSeconds(1)), 2));
    }

    @Test
    void raw_always_isStoredAsBinaryData() {
        Device device = open(config(it -> it.rawStream("bytes")));

        device.raw(Bytes.ofUtf8("abc")).acknowledged().join();

        assertThat(points())
                .containsExactly(
                        new DataPoint("bytes", ARRIVAL, new BinaryData("", "abc".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void binary_withTimeAndDescription_isStoredWithBoth() {
        LegacyDevice camera = sender(config(it -> it));

        camera.binary("image", Bytes.ofUtf8("jpg..."), TIME, "front door")
                .acknowledged()
                .join();

        assertThat(points())
                .containsExactly(new DataPoint(
                        "image",
                        Optional.of(BEIJING),
                        new BinaryData("front door", "jpg...".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void text_withTime_isStoredRecordByRecord() {
        LegacyDevice sensor = sender(config(it -> it));
        DataText text = DataText.of(List.of(DataText.Entry.of("t", "22.5"), DataText.Entry.of("h", BEIJING, "95")));

        sensor.text(text, TIME.plusSeconds(9)).acknowledged().join();

        assertThat(points())
                .containsExactly(
                        new DataPoint("t", Optional.of(BEIJING.plusSeconds(9)), "22.5"),
                        new DataPoint("h", Optional.of(BEIJING), "95"));
    }

    @Test
    void floats_withTimeInAnotherZone_areStoredWithThatZonesTime() {
        LegacyDevice sensor = sender(config(it -> it.binaryTimeZone(ZoneId.of("UTC"))));

        sensor.floats(TIME, new FloatGroup(7, List.of(36.5f, -1f)))
                .acknowledged()
                .join();

        Optional<LocalDateTime> utc = Optional.of(LocalDateTime.of(2016, 1, 1, 19, 4, 5));
        assertThat(points()).containsExactly(new DataPoint("7", utc, 36.5f), new DataPoint("7", utc, -1f));
    }

    @Test
    void command_ofBytes_reachesTheRawHandlerAndIsAnswered() {
        Device device = open(config(it -> it.commands(CommandForm.RAW)));
        device.onRaw(command -> Bytes.ofUtf8("got " + new String(command.toArray(), StandardCharsets.UTF_8)));

        DeviceReply reply = platform.device()
                .command("{open}".getBytes(StandardCharsets.UTF_8), LIMIT)
                .join();

        assertThat(reply.text()).isEqualTo("got {open}");
        assertThat(device.session().droppedMessages()).isZero();
    }

    @Test
    void apiKey_ofTheProduct_logsIn() {
        Device device = open(config(it -> it.authInfo(null).apiKey(Secret.of(SimulatedLegacy.API_KEY))));

        assertThat(device.isOnline()).isTrue();
    }

    @Test
    void password_thatIsWrong_isExplainedWithTheOtherGeneration() {
        Device device = connector.open(config(it -> it.authInfo(Secret.of("wrong-text"))));

        AuthenticationException refusal =
                catchThrowableOfType(AuthenticationException.class, () -> device.awaitOnline(LIMIT));

        assertThat(refusal).hasMessageContaining("mqtts.heclouds.com").hasMessageContaining("authInfo");
    }

    @Test
    void subscription_toAStreamOfAnotherDevice_bringsItsPoints() throws Exception {
        Device device = open(config(it -> it));
        device.session().subscribe(List.of(Subscription.atMostOnce("/5616839/t")));
        platform.device().awaitSubscribed("/5616839/t", LIMIT);

        device.report(Values.of("t", 22.5)).acknowledged().join();

        assertThat(device.session().receive(LIMIT))
                .hasValueSatisfying(message -> assertThat(message.text()).isEqualTo("22.5"));
    }
}
