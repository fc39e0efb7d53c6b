package org.iotconnector.samples.onenetsensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.onenet.OneNetDevice;
import org.iotconnector.simulator.onenet.OtaType;

/** OneNET in this process, with somebody who turns the threshold every three seconds, and new firmware. */
final class SimulatedCloud implements SensorPlatform {
    private static final String PRODUCT = "Demo0Prod1";
    private static final String DEVICE = "sensor-1";
    static final String KEY = "c2Vuc29yLWtleS1vZi10aGUtc2ltdWxhdG9yLW9ubHk=";
    private static final int PERIOD_SECONDS = 3;
    private static final int FIRMWARE_BYTES = 3_000_000;

    private final Simulator simulator;
    private final ScheduledExecutorService user = Executors.newSingleThreadScheduledExecutor();
    private int turns;

    private SimulatedCloud(String thingModel) {
        this.simulator = Simulator.builder()
                .onenet(onenet -> onenet.listen(Transport.TLS, 0)
                        .http(0)
                        .product(
                                PRODUCT,
                                product -> product.thingModel(thingModel).device(DEVICE, KEY)))
                .start();
        System.out.println("cloud   is simulated on " + simulator.onenet().mqttsUri());
        byte[] firmware = new byte[FIRMWARE_BYTES];
        new Random(1).nextBytes(firmware);
        sensor().startOta(OtaType.SOFTWARE, "1.1", firmware);
        user.scheduleAtFixedRate(this::turnThreshold, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    static SimulatedCloud start() {
        try (var model = SimulatedCloud.class.getResourceAsStream("/sensor-onenet.json")) {
            if (model == null) {
                throw new IllegalStateException("sensor-onenet.json is missing in the sample.");
            }
            return new SimulatedCloud(new String(model.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sensor over TLS, trusting the simulator's own certificate authority. */
    private OneNetConfig config() {
        TlsOptions tls =
                TlsOptions.builder().trustPem(simulator.caCertificatePem()).build();
        return OneNetConfig.builder()
                .productId(PRODUCT)
                .deviceName(DEVICE)
                .deviceKey(Secret.of(KEY))
                .endpoint(simulator.onenet().mqttsUri().toString())
                .apiEndpoint(simulator.onenet().httpUri())
                // The sensor answers, reports and warns within one second, which the real platform may slow down.
                .publishRate(5)
                .session(SessionOptions.builder().tls(tls).build())
                .build();
    }

    @Override
    public Device open(Connector connector) {
        return connector.open(config());
    }

    @Override
    public FirmwareUpdate firmware(Connector connector) {
        return new FirmwareUpdate(connector, config());
    }

    private OneNetDevice sensor() {
        return simulator.onenet().device(PRODUCT + "/" + DEVICE);
    }

    private void turnThreshold() {
        if (sensor().isOnline()) {
            Map<String, Double> values = Map.of("threshold", turns++ % 2 == 0 ? 22.5 : 26.0);
            System.out.println("cloud   sets " + values);
            sensor().set(values)
                    .thenAccept(reply -> System.out.println("cloud   is answered: code "
                            + (reply.code().isPresent() ? reply.code().getAsInt() : "none, " + reply.outcome())));
        }
    }

    @Override
    public void close() {
        user.shutdownNow();
        simulator.close();
    }
}
