package org.iotconnector.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.ReplyTimeoutException;
import org.iotconnector.core.ServiceResult;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.junit.jupiter.api.Test;

/** What a device does on this platform, end to end over real sockets. */
class AliyunDeviceTest extends SimulatedLampTest {
    @Test
    void event_reported_isReplied() {
        Device device = open(lamp());

        join(device.event("overheat", Values.of("Temperature", 81.5)));

        assertThat(aliyun.device().events()).hasSize(1);
    }

    @Test
    void serviceSync_called_answersOnTheLine() {
        Device device = open(lamp());
        device.onService("measure", input -> ServiceResult.of(Values.of("Average", input.integer("Samples") * 2)));
        aliyun.device().awaitSubscribed("/sys/a1Demo0Prod/lamp-0001/rrpc/request/1", Duration.ofSeconds(10));

        DeviceReply reply = aliyun.device()
                .invokeSync("measure", Map.of("Samples", 21), Duration.ofSeconds(5))
                .join();

        assertThat(reply.data()).isEqualTo(Map.of("Average", 42));
    }

    @Test
    void serviceSync_overTheExtendedTopic_answersOnTheSameTopic() {
        Device device = open(lamp().extension("ext", "1"));
        device.onService("measure", input -> ServiceResult.of(Values.of("Average", 7)));
        aliyun.device()
                .awaitSubscribed("/ext/rrpc/1/sys/a1Demo0Prod/lamp-0001/thing/service/measure", Duration.ofSeconds(10));

        DeviceReply reply = aliyun.device()
                .invokeSync("measure", Map.of(), Duration.ofSeconds(5))
                .join();

        assertThat(reply.data()).isEqualTo(Map.of("Average", 7));
    }

    @Test
    void desired_setWhileAway_isAnsweredAndCanBeCleared() {
        aliyun.device().setDesired(Map.of("LightSwitch", 1));
        Device device = open(lamp());

        Map<String, Downlink.Desired> desired = device.desired("LightSwitch").join();
        join(device.clearDesired(Map.of("LightSwitch", OptionalLong.of(1))));

        assertThat(desired).containsEntry("LightSwitch", new Downlink.Desired(Value.of(1), 1));
        assertThat(device.desired("LightSwitch").join()).isEmpty();
    }

    @Test
    void batchAndHistory_reported_areReplied() {
        Device device = open(lamp());
        Instant now = Instant.now();

        join(device.batch(Backlog.builder()
                .values(now, Values.of("CurrentLedADC", 1))
                .values(now.plusMillis(1), Values.of("CurrentLedADC", 2))
                .build()));
        join(device.history(Backlog.builder()
                .values(now.minusSeconds(3_600), Values.of("CurrentLedADC", 3))
                .build()));

        assertThat(aliyun.device().property("CurrentLedADC")).contains(2);
    }

    @Test
    void raw_command_isAnsweredByTheHandler() throws Exception {
        Device device = open(lamp());
        BlockingQueue<Bytes> commands = new LinkedBlockingQueue<>();
        device.onRaw(payload -> {
            commands.add(payload);
            return Bytes.empty();
        });
        aliyun.device().awaitSubscribed("/sys/a1Demo0Prod/lamp-0001/thing/model/down_raw", Duration.ofSeconds(10));

        aliyun.device().sendRaw(new byte[] {1, 2, 3});

        assertThat(commands.poll(10, TimeUnit.SECONDS)).isEqualTo(Bytes.copyOf(new byte[] {1, 2, 3}));
    }

    @Test
    void customTopic_bothWays_carriesAnyBytes() throws Exception {
        Device device = open(lamp());
        AliyunCustomTopics topics = AliyunCustomTopics.of(lamp().build());
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        topics.subscribe(device.session(), "get", message -> received.add(message.text()))
                .result()
                .join();

        aliyun.device().publish("/a1Demo0Prod/lamp-0001/user/get", "hello".getBytes(StandardCharsets.UTF_8), 1);
        topics.publish(device.session(), "update", Bytes.ofUtf8("there"))
                .acknowledged()
                .join();

        assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("hello");
        assertThat(aliyun.platform()
                        .awaitReceived(
                                m -> m.topic().equals("/a1Demo0Prod/lamp-0001/user/update"), Duration.ofSeconds(10))
                        .text())
                .isEqualTo("there");
    }

    @Test
    void subscription_toAForeignTopic_isRefusedAndVisible() {
        Device device = open(lamp());

        boolean accepted = device.session()
                .subscribe("/a1Demo0Prod/another/user/get", message -> {})
                .result()
                .join()
                .get(0)
                .accepted();

        assertThat(accepted).isFalse();
        assertThat(device.session().state().failure()).isPresent();
    }

    @Test
    void report_of300Kilobytes_isRefusedAtOnceAndTheRestFlows() {
        Device device = open(lamp());

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> device.report(Values.of("Text", "x".repeat(300_000))))
                .withMessageContaining("262144");

        join(device.report(Values.of("CurrentLedADC", 1)));
    }

    @Test
    void publish_withQos2_isRefusedAtOnce() {
        Device device = open(lamp());
        Publication twice =
                Publication.text("/a1Demo0Prod/lamp-0001/user/update", "x").withQos(QualityOfService.EXACTLY_ONCE);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> device.session().publish(twice))
                .withMessageContaining("QoS 2");
    }

    @Test
    void report_ofTooManyProperties_carriesThePlatformsCode() {
        Device device = open(lamp());
        Values.Builder many = Values.builder();
        for (int i = 0; i < 201; i++) {
            many.put("p" + i, i);
        }

        try {
            device.report(many.build()).replied().join();
        } catch (MappingException e) {
            assertThat(e).hasMessageContaining("200");
            return;
        } catch (CompletionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            PlatformRejectedException.class,
                            rejected -> assertThat(rejected.code()).isEqualTo(6106));
            return;
        }
        throw new AssertionError("201 properties were taken");
    }

    @Test
    void set_withInvalidUtf8_isDroppedAndTheNextArrives() throws Exception {
        Device device = open(lamp());
        BlockingQueue<Values> sets = new LinkedBlockingQueue<>();
        device.onSet(values -> {
            sets.add(values);
            return SetResult.done();
        });
        String topic = "/sys/a1Demo0Prod/lamp-0001/thing/service/property/set";
        aliyun.device().awaitSubscribed(topic, Duration.ofSeconds(10));

        aliyun.device().publish(topic, new byte[] {'{', '"', (byte) 0xFF, '"', '}'}, 1);
        DeviceReply reply = aliyun.device().set(Map.of("LightSwitch", 1)).join();

        assertThat(reply.isSuccess()).isTrue();
        assertThat(sets.poll(10, TimeUnit.SECONDS)).isEqualTo(Values.of("LightSwitch", 1));
        assertThat(device.session().droppedMessages()).isEqualTo(1);
    }

    @Test
    void reply_cutInTheMiddle_timesOutAndTheNextIsReplied() {
        Device device = open(lamp().session(SessionOptions.builder()
                .pacing(false)
                .replyTimeout(Duration.ofMillis(500))
                .build()));
        aliyun.platform().inject(new Fault.TruncateReply(1));

        Delivery first = device.report(Values.of("CurrentLedADC", 1));

        first.acknowledged().orTimeout(20, TimeUnit.SECONDS).join();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> first.replied().join())
                .withCauseInstanceOf(ReplyTimeoutException.class);
        join(device.report(Values.of("CurrentLedADC", 2)));
    }

    @Test
    void twoHandles_ofOneDevice_shareOneConnection() {
        Device first = open(lamp());
        Device second = open(lamp());

        assertThat(second.session()).isSameAs(first.session());
        assertThat(aliyun.platform().connections()).hasSize(1);

        first.close();
        join(second.report(Values.of("CurrentLedADC", 1)));
    }

    @Test
    void platformRestarts_inTheMiddleOf10000Reports_losesNoneAndTheLedgerAddsUp() {
        Device device = open(lamp().session(SessionOptions.builder()
                .pacing(false)
                .outbox(OutboxOptions.standard().withMaxMessages(20_000))
                .reconnect(ReconnectPolicy.standard().withDelays(Duration.ofMillis(20), Duration.ofMillis(200)))
                .build()));
        Delivery last = device.report(Values.of("CurrentLedADC", 0));
        for (int i = 1; i < 10_000; i++) {
            last = device.report(Values.of("CurrentLedADC", i));
            if (i == 3_000 || i == 6_000) {
                aliyun.stop();
                aliyun.start();
            }
        }

        last.acknowledged().orTimeout(50, TimeUnit.SECONDS).join();

        aliyun.platform()
                .await(
                        "every report",
                        () -> aliyun.reports().stream().distinct().count() == 10_000,
                        Duration.ofSeconds(20));
        assertThat(device.session().ledger().acknowledged()).isEqualTo(10_000);
        assertThat(device.session().ledger().addsUp()).isTrue();
    }
}
