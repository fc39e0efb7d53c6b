package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.adafruit.AdafruitAccount;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.adafruit.AdafruitValue;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices and the platform's limits over minutes of simulated time, and real sockets. */
@Timeout(120)
class AdafruitLimitsTest {
    private static final Duration STEP = Duration.ofMillis(100);

    private final VirtualTime time = VirtualTime.create();
    private final org.iotconnector.simulator.VirtualTime platformTime =
            org.iotconnector.simulator.VirtualTime.startingAt(time.now());
    private final Simulator simulator = Simulator.builder()
            .time(platformTime)
            .adafruit(settings ->
                    settings.listen(Transport.TCP, 0).account(Devices.USERNAME, Devices.KEY, AdafruitPlan.FREE))
            .start();
    private final Connector connector =
            Connector.builder().time(time).jitter(() -> 0.5).build();

    @AfterEach
    void close() {
        CompletableFuture<Void> closed = CompletableFuture.runAsync(connector::close);
        Await.until("the connector is closed", () -> {
            time.advance(Duration.ofSeconds(1));
            return closed.isDone();
        });
        simulator.close();
    }

    private AdafruitAccount account() {
        return simulator.adafruit().account(Devices.USERNAME);
    }

    private Device open(String name, OverflowPolicy overflow) {
        SessionOptions options = SessionOptions.builder()
                .outbox(OutboxOptions.standard().withOverflow(overflow))
                .build();
        Device device = connector.open(Devices.sensor()
                .name(name)
                .settable(List.of())
                .endpoint(simulator.adafruit().mqttUri().toString())
                .session(options)
                .build());
        device.awaitOnline(Await.LIMIT);
        return device;
    }

    /** Lets time pass on both sides, a step at a time, and what the step brings come to rest. */
    private void pass(Device device, Duration duration) {
        for (long i = 0; i < duration.dividedBy(STEP); i++) {
            platformTime.advance(STEP);
            time.advance(STEP);
            settle(device);
        }
    }

    private static void settle(Device device) {
        Await.until("nothing is on its way", () -> {
            SessionPhase phase = device.session().state().phase();
            boolean resting = phase == SessionPhase.ONLINE || phase == SessionPhase.WAITING;
            return resting && device.session().ledger().inFlight() == 0;
        });
    }

    private List<Integer> stored(String feed) {
        return account().feed(feed).values().stream()
                .map(AdafruitValue::value)
                .map(Integer::parseInt)
                .toList();
    }

    @Test
    void tenValuesASecond_onTheFreePlanForHalfAnHour_areNeverBannedAndTheNewestArrives() {
        Device sensor = open("sensor", OverflowPolicy.KEEP_LAST);
        int worstLag = 0;

        for (int i = 1; i <= 18_000; i++) {
            sensor.report(Values.of("temp", i));
            pass(sensor, STEP);
            if (i % 100 == 0) {
                int newest = Integer.parseInt(
                        account().feed("temp").last().orElseThrow().value());
                worstLag = Math.max(worstLag, i - newest);
            }
        }
        pass(sensor, Duration.ofSeconds(15));

        assertThat(account().bans()).isEmpty();
        assertThat(account().throttles()).isEmpty();
        assertThat(account().feed("temp").last().map(AdafruitValue::value)).contains("18000");
        assertThat(worstLag).as("values behind, of ten a second").isLessThanOrEqualTo(120);
        assertThat(sensor.session().ledger().addsUp()).isTrue();
        assertThat(sensor.session().ledger().coalesced()).isGreaterThan(16_000);
    }

    @Test
    void twoDevices_ofOneAccount_stayWithinItsRateTogether() {
        Device first = open("first", OverflowPolicy.KEEP_LAST);
        Device second = open("second", OverflowPolicy.KEEP_LAST);

        for (int i = 1; i <= 1_200; i++) {
            first.report(Values.of("a", i));
            second.report(Values.of("b", i));
            pass(first, STEP);
            settle(second);
        }
        pass(first, Duration.ofSeconds(25));

        assertThat(account().throttles()).isEmpty();
        assertThat(stored("a")).endsWith(1_200);
        assertThat(stored("b")).endsWith(1_200);
    }

    @Test
    void refusedConnectsAndCuts_forTenMinutes_loseNothing() {
        Random chance = new Random(1);
        simulator.adafruit().inject(new Fault.DropAfter(Duration.ofSeconds(20), Fault.ALWAYS));
        Device sensor = open("sensor", OverflowPolicy.DROP_OLDEST);
        int decided = 0;
        int refused = 0;
        for (int i = 1; i <= 200; i++) {
            sensor.report(Values.of("temp", i));
            for (int step = 0; step < 30; step++) {
                SessionState state = sensor.session().state();
                if (state.phase() == SessionPhase.WAITING && state.attempt() > decided) {
                    decided = state.attempt();
                    if (chance.nextInt(100) < 40) {
                        refused++;
                        simulator.adafruit().inject(new Fault.RefuseConnect(3, 1));
                    }
                }
                pass(sensor, STEP);
            }
        }
        simulator.adafruit().clearFaults();

        pass(sensor, Duration.ofMinutes(20));

        assertThat(refused).isPositive();
        assertThat(stored("temp").stream().distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
        assertThat(account().bans()).isEmpty();
        assertThat(account().throttles()).isEmpty();
        assertThat(sensor.session().ledger().acknowledged()).isEqualTo(200);
    }

    @Test
    void throttleNotice_causedByOthers_holdsTheDeviceUntilItsTime() {
        Device sensor = open("sensor", OverflowPolicy.KEEP_LAST);
        CompletableFuture<Downlink.Notice> heard = new CompletableFuture<>();
        sensor.onNotice(heard::complete);
        account()
                .send(
                        Devices.USERNAME + "/throttle",
                        "\"tester data rate limit reached, 21 seconds until throttle released\"");
        Await.value(heard);

        sensor.report(Values.of("temp", 1));
        pass(sensor, Duration.ofMillis(20_900));
        boolean early = account().feedKeys().contains("temp");
        pass(sensor, Duration.ofMillis(200));

        account().awaitFeed("temp", Await.LIMIT).awaitValue("1", Await.LIMIT);
        assertThat(early).isFalse();
    }

    @Test
    void bannedAccount_isNamedAndLeftInPeace() {
        Device sensor = open("sensor", OverflowPolicy.KEEP_LAST);

        account().ban();
        simulator.adafruit().dropAllConnections();
        Await.until("the device is out", () -> sensor.session().state().phase() == SessionPhase.WAITING);
        time.advance(sensor.session().state().retryIn().orElseThrow());
        Await.until(
                "it is told",
                () -> sensor.session()
                        .state()
                        .failure()
                        .filter(failure -> failure.kind() == FailureKind.BANNED)
                        .isPresent());

        assertThat(sensor.session().state().failure().flatMap(failure -> failure.code()))
                .isEqualTo(Optional.of(7));
        Await.until("it waits", () -> sensor.session().state().phase() == SessionPhase.WAITING);
        assertThat(sensor.session().state().retryIn().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }
}
