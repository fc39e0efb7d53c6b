package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.onenet.DataPoint;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.OneNetDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Data-stream and pass-through products, and the device image, against the simulated platform, over real sockets. */
class OneNetDataProtocolsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000L);
    private static final String STREAMS = "Demo0Strm1";
    private static final String SCRIPT = "Demo0Raw01";
    private static final String NAME = "meter-1";

    private final Simulator simulator = Simulator.builder()
            .onenet(onenet -> onenet.listen(Transport.TCP, 0)
                    .product(
                            STREAMS,
                            product -> product.dataProtocol(org.iotconnector.simulator.onenet.DataProtocol.DATASTREAM)
                                    .device(NAME, Devices.DEVICE_KEY))
                    .product(
                            SCRIPT,
                            product -> product.dataProtocol(org.iotconnector.simulator.onenet.DataProtocol.RAW)
                                    .device(NAME, Devices.DEVICE_KEY)))
            .start();
    private final Connector connector = Connector.create();

    @AfterEach
    void close() {
        connector.close();
        simulator.close();
    }

    private OneNetConfig config(DataProtocol protocol) {
        return OneNetConfig.builder()
                .productId(protocol == DataProtocol.RAW ? SCRIPT : STREAMS)
                .deviceName(NAME)
                .deviceKey(Secret.of(Devices.DEVICE_KEY))
                .dataProtocol(protocol)
                .endpoint(simulator.onenet().mqttUri().toString())
                .publishRate(0)
                .build();
    }

    private Device online(DataProtocol protocol) {
        Device device = connector.open(config(protocol));
        device.awaitOnline(LIMIT);
        return device;
    }

    private OneNetDevice cloudSide(String product) {
        return simulator.onenet().device(product + "/" + NAME);
    }

    private static <T> T join(CompletableFuture<T> future) throws Exception {
        return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void report_toDataStreams_isAcceptedAndStored() throws Exception {
        Device meter = online(DataProtocol.DATASTREAM);

        join(meter.report(Values.of("temp", 30), TIME).replied());

        assertThat(cloudSide(STREAMS).dataPoints("temp")).containsExactly(new DataPoint(30, TIME));
    }

    @Test
    void batch_toDataStreams_keepsEveryPointsTime() throws Exception {
        Device meter = online(DataProtocol.DATASTREAM);
        Backlog backlog = Backlog.builder()
                .values(TIME, Values.of("temp", 1))
                .values(TIME.plusSeconds(60), Values.of("temp", 2))
                .build();

        join(meter.batch(backlog).replied());

        assertThat(cloudSide(STREAMS).dataPoints("temp"))
                .containsExactly(new DataPoint(1, TIME), new DataPoint(2, TIME.plusSeconds(60)));
    }

    @Test
    void command_toADataStreamDevice_isAnsweredWithItsBytes() throws Exception {
        Device meter = online(DataProtocol.DATASTREAM);
        meter.onRaw(command -> Bytes.ofUtf8("did it, " + command.length() + " bytes"));
        String topic = "$sys/" + STREAMS + "/" + NAME + "/cmd/request/1";
        cloudSide(STREAMS).awaitSubscribed(topic, LIMIT);

        DeviceReply reply = join(cloudSide(STREAMS).command(new byte[] {1, 2, 3}, LIMIT));

        assertThat(reply.isSuccess()).isTrue();
        assertThat(reply.text()).isEqualTo("did it, 3 bytes");
    }

    @Test
    void raw_bothWays_isTheBytesThemselves() throws Exception {
        Device meter = online(DataProtocol.RAW);
        BlockingQueue<Bytes> commands = new LinkedBlockingQueue<>();
        meter.onRaw(command -> {
            commands.add(command);
            return Bytes.ofUtf8("ok");
        });
        cloudSide(SCRIPT).awaitSubscribed("$sys/" + SCRIPT + "/" + NAME + "/custome/down/1", LIMIT);

        join(meter.raw(Bytes.ofUtf8("reading")).acknowledged());
        DeviceReply reply = join(cloudSide(SCRIPT).sendRaw(new byte[] {7}, LIMIT));

        assertThat(simulator
                        .onenet()
                        .awaitReceived(it -> it.topic().endsWith("/custome/up"), LIMIT)
                        .text())
                .isEqualTo("reading");
        assertThat(reply.text()).isEqualTo("ok");
        assertThat(commands).contains(Bytes.copyOf(new byte[] {7}));
    }

    @Test
    void image_updatedAndRead_isTheSame() throws Exception {
        OneNetConfig config = config(DataProtocol.DATASTREAM);
        OneNetImage image = OneNetImage.of(online(DataProtocol.DATASTREAM), config);

        join(image.update(Values.of("color", "blue"), Values.empty()));
        Values document = join(image.get());

        assertThat(document.struct("state").struct("reported")).isEqualTo(Values.of("color", "blue"));
        assertThat(document.longInteger("version")).isEqualTo(1);
    }

    @Test
    void image_beforeItIsThere_isRefusedWithTheAdvice() {
        OneNetConfig config = config(DataProtocol.DATASTREAM);
        OneNetImage image = OneNetImage.of(online(DataProtocol.DATASTREAM), config);

        assertThatThrownBy(() -> join(image.get()))
                .hasCauseInstanceOf(PlatformRejectedException.class)
                .hasMessageContaining("167")
                .hasMessageContaining("Update it once");
    }

    @Test
    void image_desiredByTheCloud_isToldAsADelta() throws Exception {
        OneNetConfig config = config(DataProtocol.DATASTREAM);
        OneNetImage image = OneNetImage.of(online(DataProtocol.DATASTREAM), config);
        BlockingQueue<OneNetImage.Delta> deltas = new LinkedBlockingQueue<>();
        image.onDelta(deltas::add);
        join(image.update(Values.of("color", "blue", "on", 1), Values.empty()));

        cloudSide(STREAMS).desireImage(Map.of("color", "red"));

        assertThat(deltas.poll(5, TimeUnit.SECONDS)).isEqualTo(new OneNetImage.Delta(Values.of("color", "red"), 2));
    }

    /** Answers name no request, so only one may be under way. */
    @Test
    void image_askedManyTimesAtOnce_givesEachItsOwnAnswer() throws Exception {
        OneNetConfig config = config(DataProtocol.DATASTREAM);
        OneNetImage image = OneNetImage.of(online(DataProtocol.DATASTREAM), config);
        List<CompletableFuture<Void>> updates = new ArrayList<>();

        for (int i = 0; i < 20; i++) {
            updates.add(image.update(Values.of("n", i), Values.empty()));
        }
        for (CompletableFuture<Void> update : updates) {
            join(update);
        }

        assertThat(join(image.get()).longInteger("version")).isEqualTo(20);
    }
}
