package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.Device;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.simulator.adafruit.AdafruitAccount;
import org.iotconnector.simulator.adafruit.AdafruitFeed;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdafruitFeedsTest {
    private static final FeedKey TEMP = FeedKey.parse("temp");

    private final LiveDevice live = new LiveDevice();
    private AdafruitFeeds feeds;
    private AdafruitFeed temp;

    @BeforeEach
    void open() {
        AdafruitConfig config = live.config(Devices.sensor());
        Device device = live.open(config, opened -> {});
        feeds = AdafruitFeeds.of(device, config);
        temp = account().createFeed("default", "temp");
    }

    @AfterEach
    void stop() {
        live.close();
    }

    private AdafruitAccount account() {
        return live.simulated().account();
    }

    private static void granted(SubscriptionHandle subscription) {
        assertThat(Await.value(subscription.result())).allMatch(SubscribeResult::accepted);
    }

    private void awaitHeard(Object... values) {
        Await.until(values.length + " are heard", () -> live.heard().size() >= values.length);
        assertThat(live.heard()).containsExactly(values);
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void onValue_inEachFormat_isGivenTheValue(FeedFormat format) {
        granted(feeds.onValue(TEMP, format, live::hear));

        temp.put("21.5", 48.25, -3.5, 112);

        Optional<FeedLocation> location =
                format == FeedFormat.PLAIN ? Optional.empty() : Optional.of(FeedLocation.of(48.25, -3.5, 112));
        awaitHeard(new FeedValue("tester", TEMP, "21.5", location));
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void onEveryValue_inEachFormat_isGivenEachOnce(FeedFormat format) {
        AdafruitFeed other = account().createFeed("default", "hum");
        granted(feeds.onEveryValue(format, live::hear));

        temp.put("21.5");
        other.put("40");

        awaitHeard(
                new FeedValue("tester", TEMP, "21.5", Optional.empty()),
                new FeedValue("tester", FeedKey.parse("hum"), "40", Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void onGroup_inEachFormat_isGivenWhatChanged(FeedFormat format) {
        account().createGroup("house");
        account().createFeed("house", "door");
        granted(feeds.onGroup("house", format, live::hear));

        account().feed("house.door").put("open");

        awaitHeard(new GroupValues("tester", "house", Map.of("door", "open"), Optional.empty()));
    }

    @Test
    void onSharedValue_ofAFeedThatIsShared_isGivenTheValue() {
        AdafruitFeed shared =
                live.simulated().platform().account(SimulatedAdafruit.NEIGHBOUR).createFeed("default", "weather");
        shared.share("tester", false);
        granted(feeds.onSharedValue(
                SimulatedAdafruit.NEIGHBOUR, FeedKey.parse("weather"), FeedFormat.PLAIN, live::hear));

        shared.put("sunny");

        awaitHeard(new FeedValue(SimulatedAdafruit.NEIGHBOUR, FeedKey.parse("weather"), "sunny", Optional.empty()));
    }

    @Test
    void publishShared_toAFeedThatIsShared_isStored() {
        AdafruitFeed shared =
                live.simulated().platform().account(SimulatedAdafruit.NEIGHBOUR).createFeed("default", "bell");
        shared.share("tester", true);

        feeds.publishShared(SimulatedAdafruit.NEIGHBOUR, FeedKey.parse("bell"), true);

        assertThat(shared.awaitValue("1", LiveDevice.LIMIT).value()).isEqualTo("1");
    }

    @Test
    void publish_withLocation_isStoredWithIt() {
        feeds.publish(TEMP, 21.5, FeedLocation.of(48.25, -3.5));

        assertThat(temp.awaitValue("21.5", LiveDevice.LIMIT).location()).isPresent();
    }

    @Test
    void publishGroup_ofSeveralFeeds_costsEachOfThem() {
        account().createGroup("house");

        feeds.publishGroup("house", Map.of("temp", 21.5, "door", "open"), FeedLocation.of(1, 2, 3));

        account().awaitFeed("house.temp", LiveDevice.LIMIT).awaitValue("21.5", LiveDevice.LIMIT);
        account().awaitFeed("house.door", LiveDevice.LIMIT).awaitValue("open", LiveDevice.LIMIT);
        assertThat(account().activeDataRate()).isEqualTo(2);
    }

    @Test
    void recall_ofAFeed_bringsItsLastValue() {
        temp.put("19");
        granted(feeds.onValue(TEMP, FeedFormat.CSV, live::hear));

        feeds.recall(TEMP, FeedFormat.CSV);

        awaitHeard(new FeedValue("tester", TEMP, "19", Optional.empty()));
    }

    @Test
    void recallGroup_ofAGroup_bringsTheLastValues() {
        account().createGroup("house");
        account().createFeed("house", "door").put("shut");
        granted(feeds.onGroup("house", FeedFormat.PLAIN, live::hear));

        feeds.recallGroup("house", FeedFormat.PLAIN);

        awaitHeard(new GroupValues("tester", "house", Map.of("door", "shut"), Optional.empty()));
    }

    @Test
    void publish_moreThanThePlatformTakes_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> feeds.publish(TEMP, "x".repeat(1025)))
                .withMessageContaining("1025");
    }

    @Test
    void publish_noNumber_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feeds.publish(TEMP, Double.NaN))
                .withMessageContaining("NaN");
    }

    @Test
    void publishGroup_ofNothing_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> feeds.publishGroup("house", Map.of()))
                .withMessageContaining("at least one");
    }

    @Test
    void onSharedValue_ofAnOwnerThatIsAFilter_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feeds.onSharedValue("+", TEMP, FeedFormat.PLAIN, live::hear))
                .withMessageContaining("[+]");
    }
}
