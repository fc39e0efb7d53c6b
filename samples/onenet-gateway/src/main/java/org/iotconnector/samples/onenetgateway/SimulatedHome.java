package org.iotconnector.samples.onenetgateway;

import java.util.Map;
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
import org.iotconnector.simulator.onenet.NodeType;
import org.iotconnector.simulator.onenet.OneNetDevice;

/** OneNET in this process, with somebody who switches the plug every three seconds. */
final class SimulatedHome implements HomePlatform {
    private static final String GATEWAYS = "Demo0Gate1";
    private static final String SUB_DEVICES = "Demo0Sub01";
    static final String KEY = "Z2F0ZXdheS1rZXktb2YtdGhlLXNpbXVsYXRvci1vbmx5";
    private static final int PERIOD_SECONDS = 3;

    private final Simulator simulator = Simulator.builder()
            .onenet(onenet -> onenet.listen(Transport.TLS, 0)
                    .product(
                            GATEWAYS,
                            product -> product.nodeType(NodeType.GATEWAY).device("hub-1", KEY))
                    .product(
                            SUB_DEVICES,
                            product -> product.nodeType(NodeType.SUB_DEVICE)
                                    .device("thermometer-1", KEY)
                                    .device("plug-1", KEY)))
            .start();
    private final ScheduledExecutorService user = Executors.newSingleThreadScheduledExecutor();
    private boolean power;

    SimulatedHome() {
        System.out.println("cloud        is simulated on " + simulator.onenet().mqttsUri());
        user.scheduleAtFixedRate(this::switchPlug, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** The sub-device, which joins the gateway with its own key and from then on talks over it. */
    @Override
    public Device open(Connector connector, String name) {
        return connector.open(OneNetConfig.builder()
                .gateway(hub())
                .bindToGateway(true)
                .productId(SUB_DEVICES)
                .deviceName(name + "-1")
                .deviceKey(Secret.of(KEY))
                .build());
    }

    private OneNetConfig hub() {
        TlsOptions tls =
                TlsOptions.builder().trustPem(simulator.caCertificatePem()).build();
        return OneNetConfig.builder()
                .productId(GATEWAYS)
                .deviceName("hub-1")
                .deviceKey(Secret.of(KEY))
                .endpoint(simulator.onenet().mqttsUri().toString())
                // Three devices share the connection, and the simulator takes more than the real platform promises.
                .publishRate(10)
                .session(SessionOptions.builder().tls(tls).build())
                .build();
    }

    private void switchPlug() {
        OneNetDevice plug = simulator.onenet().device(SUB_DEVICES + "/plug-1");
        if (plug.isOnline()) {
            power = !power;
            System.out.println("cloud        sets power=" + power);
            plug.set(Map.of("power", power))
                    .thenAccept(reply -> System.out.println("cloud        is answered: code "
                            + (reply.code().isPresent() ? reply.code().getAsInt() : "none, " + reply.outcome())));
        }
    }

    @Override
    public void close() {
        user.shutdownNow();
        simulator.close();
    }
}
