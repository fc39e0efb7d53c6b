package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransports;
import org.iotconnector.tck.SubscribeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A device that has more to say than its account may, on a clock of its own. */
class AdafruitPaceTest {
    private static final Duration TENTH = Duration.ofMillis(100);

    private record Arrival(long nanos, int number) {}

    private final VirtualTime time = VirtualTime.create();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final ScriptedTransports transports = new ScriptedTransports(new Script() {
        @Override
        public void onConnect(ConnectRequest request) {
            request.accept();
        }

        @Override
        public void onSubscribe(SubscribeRequest request) {
            request.grant();
        }

        @Override
        public void onPublish(PublishRequest request) {
            arrivals.add(new Arrival(time.nanoTime(), Integer.parseInt(request.text())));
            request.acknowledge();
        }
    });
    private final Connector connector =
            Connector.builder().time(time).transports(transports).build();

    @AfterEach
    void close() {
        connector.close();
    }

    private Device open(String name) {
        Device device = connector.open(Devices.sensor().name(name).build());
        device.awaitOnline(Duration.ofSeconds(5));
        return device;
    }

    private long mostInAMinute() {
        long most = 0;
        for (Arrival first : arrivals) {
            long end = first.nanos + Duration.ofMinutes(1).toNanos();
            most = Math.max(
                    most,
                    arrivals.stream()
                            .filter(each -> each.nanos >= first.nanos && each.nanos <= end)
                            .count());
        }
        return most;
    }

    @Test
    void report_tenTimesASecondForHalfAnHour_keepsToThePlanAndDeliversTheNewest() {
        Device first = open("first");
        Device second = open("second");
        List<Long> ages = new ArrayList<>();

        for (int number = 1; number <= 18_000; number++) {
            (number % 2 == 0 ? first : second).report(Values.of("level", number));
            int before = arrivals.size();
            time.advance(TENTH);
            for (Arrival arrival : arrivals.subList(before, arrivals.size())) {
                ages.add((number - arrival.number) * TENTH.toMillis());
            }
        }
        time.advance(Duration.ofSeconds(30));

        assertThat(mostInAMinute()).isLessThanOrEqualTo(30);
        assertThat(arrivals).hasSizeGreaterThan(850);
        assertThat(arrivals).extracting(Arrival::number).contains(17_999, 18_000);
        assertThat(ages).allMatch(age -> age <= 1_000);
        assertThat(first.session().ledger().addsUp()).isTrue();
        assertThat(first.session().ledger().coalesced()).isGreaterThan(8_000);
    }

    @Test
    void report_afterAThrottleNotice_waitsForItsEndOnEveryDevice() {
        Device first = open("first");
        Device second = open("second");
        List<Object> notices = new ArrayList<>();
        first.onNotice(notices::add);
        transports
                .first()
                .deliver(new Message(
                        TopicName.of("tester/throttle"),
                        Bytes.ofUtf8("\"tester data rate limit reached, 21 seconds until throttle released\""),
                        QualityOfService.AT_LEAST_ONCE,
                        false));
        Await.until("the notice is heard", () -> notices.size() == 1);

        first.report(Values.of("level", 1));
        second.report(Values.of("level", 2));
        time.advance(Duration.ofMillis(20_900));

        assertThat(arrivals).isEmpty();
        time.advance(Duration.ofMillis(200));
        assertThat(arrivals).extracting(Arrival::number).containsExactlyInAnyOrder(1, 2);
    }
}
