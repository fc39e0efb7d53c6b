package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iotconnector.adafruit.AdafruitNotice.Kind;
import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.adafruit.AdafruitAccount;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.adafruit.AdafruitValue;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device on the simulated platform. */
class AdafruitDeviceTest {
    private LiveDevice live = new LiveDevice();

    @AfterEach
    void stop() {
        live.close();
    }

    private AdafruitAccount account() {
        return live.simulated().account();
    }

    private Device obedient(AdafruitConfigBuilder builder) {
        return live.open(
                live.config(builder),
                device -> device.onSet(values -> {
                    live.hear(values);
                    return SetResult.done();
                }));
    }

    @Test
    void report_ofAGroup_arrivesInItsFeedsWithItsPlace() {
        account().createGroup("house");
        Device device = live.open(Devices.house());

        device.report(
                Values.of("temp", 21.5, "door", "open", "location", Values.of("lat", 48.25, "lon", -3.5, "ele", 112)));

        account().awaitFeed("house.temp", LiveDevice.LIMIT).awaitValue("21.5", LiveDevice.LIMIT);
        AdafruitValue door = account().awaitFeed("house.door", LiveDevice.LIMIT).awaitValue("open", LiveDevice.LIMIT);
        assertThat(door.location()).isPresent();
        assertThat(live.simulated().platform().received())
                .filteredOn(message -> message.topic().equals("tester/g/house"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void report_inEachFormat_isStoredAndIsNoCommand(FeedFormat format) {
        Device device = obedient(Devices.heater().feedFormat(format));

        device.report(Values.of("temp", "{\"value\":1,\"kept\":true}"));
        device.report(Values.of("temp", 21.5, "location", Values.of("lat", 1.5, "lon", 2)));

        account().awaitFeed("temp", LiveDevice.LIMIT).awaitValue("21.5", LiveDevice.LIMIT);
        account().feed("temp").put("22");
        Await.until("the command is heard", () -> !live.heard().isEmpty());
        // Whatever came back of the reports came before the command.
        assertThat(live.heard()).allMatch(heard -> heard.equals(Values.of("temp", "22")));
        assertThat(account().feed("temp").values())
                .extracting(AdafruitValue::value)
                .contains("{\"value\":1,\"kept\":true}");
    }

    @Test
    void report_ofAGroup_isNoCommand() {
        account().createGroup("house");
        Device device = obedient(Devices.house().settable(List.of("temp", "led")));

        device.report(Values.of("temp", 21.5, "led", true));

        account().awaitFeed("house.led", LiveDevice.LIMIT).awaitValue("1", LiveDevice.LIMIT);
        account().feed("house.led").put("0");
        Await.until("the command is heard", () -> !live.heard().isEmpty());
        assertThat(live.heard()).containsExactly(Values.of("led", "0"));
    }

    @Test
    void connect_afterAValueWasSet_hearsIt() {
        account().createFeed("default", "dimmer").put("70");

        obedient(Devices.sensor().settable(List.of("dimmer")));

        Await.until("the last value is heard", () -> !live.heard().isEmpty());
        assertThat(live.heard()).containsExactly(Values.of("dimmer", "70"));
    }

    @Test
    void reconnect_afterAValueWasSetMeanwhile_hearsIt() {
        account().createFeed("default", "dimmer");
        Device device = obedient(Devices.sensor().settable(List.of("dimmer")));
        live.simulated().stop();
        Await.until(
                "the loss is noticed", () -> !device.session().state().phase().connected());

        account().feed("dimmer").put("30");
        live.simulated().start();

        Await.until("the value is heard", () -> live.heard().contains(Values.of("dimmer", "30")));
    }

    @Test
    void device_withNothingNamed_hearsEveryFeedOfTheDefaultGroup() {
        account().createFeed("default", "lamp");
        obedient(Devices.sensor());

        account().feed("lamp").put("ON");

        Await.until("the value is heard", () -> live.heard().contains(Values.of("lamp", "ON")));
        assertThat(live.heard()).hasSize(1);
    }

    @Test
    void notice_ofTheDataRate_tellsKindAndPause() {
        live.close();
        live = new LiveDevice(AdafruitPlan.FREE.withDataRate(1));
        AdafruitConfig config = live.config(Devices.sensor().publishRate(0));
        Device device = live.open(config, opened -> opened.onNotice(live::hear));

        device.report(Values.of("a", 1));
        device.report(Values.of("a", 2));

        Await.until("the notice is heard", () -> !live.heard().isEmpty());
        AdafruitNotice notice = AdafruitNotice.of((Downlink.Notice) live.heard().get(0));
        assertThat(notice.kind()).isEqualTo(Kind.DATA);
        assertThat(notice.pause()).isPresent();
    }

    @Test
    void notice_ofARefusedTopic_namesIt() {
        AdafruitConfig config = live.config(Devices.sensor());
        Device device = live.open(config, opened -> opened.onNotice(live::hear));

        AdafruitFeeds.of(device, config).publishShared("neighbour", FeedKey.parse("private"), 1);

        Await.until("the notice is heard", () -> !live.heard().isEmpty());
        AdafruitNotice notice = AdafruitNotice.of((Downlink.Notice) live.heard().get(0));
        assertThat(notice.topic()).contains("neighbour/f/private");
        assertThat(notice.action()).contains("PUBLISH");
    }

    @Test
    void device_overWebSocket_isOnline() {
        AdafruitConfig config = Devices.sensor()
                .endpoint(live.simulated().platform().wsUri().toString())
                .qos(QualityOfService.AT_MOST_ONCE)
                .build();

        Device device = live.open(config, opened -> {});

        assertThat(device.session().state().phase()).isEqualTo(SessionPhase.ONLINE);
    }
}
