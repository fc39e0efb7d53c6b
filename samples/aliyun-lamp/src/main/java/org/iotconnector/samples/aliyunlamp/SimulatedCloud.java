package org.iotconnector.samples.aliyunlamp;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.aliyun.AliyunDevice;
import org.iotconnector.simulator.aliyun.DeviceReply;

/** Aliyun IoT in this process, with somebody who presses the lamp's switch every two seconds. */
final class SimulatedCloud implements LampPlatform {
    private static final int PERIOD_SECONDS = 2;

    private final Simulator simulator;
    private final ScheduledExecutorService user = Executors.newSingleThreadScheduledExecutor();

    SimulatedCloud() {
        this.simulator = Simulator.builder().demoAliyun().console(0).start();
        simulator.consoleUri().ifPresent(uri -> System.out.println("cloud  is simulated; look at it on " + uri));
        user.scheduleAtFixedRate(this::pressSwitch, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** The demo device over TLS, trusting the simulator's own certificate authority. */
    @Override
    public Device open(Connector connector) {
        TlsOptions tls =
                TlsOptions.builder().trustPem(simulator.caCertificatePem()).build();
        return connector.open(AliyunConfig.builder()
                .productKey(DemoSet.PRODUCT_KEY)
                .deviceName(DemoSet.DEVICE_NAME)
                .deviceSecret(Secret.of(DemoSet.DEVICE_SECRET))
                .endpoint(simulator.aliyun().mqttsUri().toString())
                .session(SessionOptions.builder().tls(tls).build())
                .build());
    }

    /** Sets the opposite of what the lamp has reported last, if it has and is online. */
    private void pressSwitch() {
        AliyunDevice lamp = simulator.aliyun().device(DemoSet.PRODUCT_KEY + "/" + DemoSet.DEVICE_NAME);
        lamp.property("LightSwitch").filter(ignored -> lamp.isOnline()).ifPresent(shown -> {
            Map<String, Integer> values = Map.of("LightSwitch", shown.toString().equals("0") ? 1 : 0);
            System.out.println("cloud  sets " + values);
            lamp.set(values).thenAccept(reply -> System.out.println("cloud  is answered: " + answer(reply)));
        });
    }

    private static String answer(DeviceReply reply) {
        return reply.code().isPresent()
                ? "code " + reply.code().getAsInt()
                : reply.outcome().toString();
    }

    @Override
    public void close() {
        user.shutdownNow();
        simulator.close();
    }
}
