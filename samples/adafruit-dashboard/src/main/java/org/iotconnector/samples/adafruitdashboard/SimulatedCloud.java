package org.iotconnector.samples.adafruitdashboard;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.adafruit.AdafruitAccount;
import org.iotconnector.simulator.adafruit.AdafruitPlan;

/** Adafruit IO in this process, with somebody who moves the dimmer every three seconds. */
final class SimulatedCloud implements GreenhouseCloud {
    private static final String USERNAME = "demo";
    static final String KEY = "aio_greenhouseOfTheSimulatorOnly0";
    private static final String GROUP = "greenhouse";
    private static final int PERIOD_SECONDS = 3;
    /** Values a minute; the free plan's 30 would make a slow show. */
    private static final int RATE = 600;

    private final Simulator simulator = Simulator.builder()
            .adafruit(adafruit -> adafruit.listen(Transport.TLS, 0)
                    .http(0)
                    .account(USERNAME, KEY, AdafruitPlan.PLUS.withDataRate(RATE)))
            .start();
    private final ScheduledExecutorService user = Executors.newSingleThreadScheduledExecutor();
    private int moves;

    static SimulatedCloud start() {
        SimulatedCloud cloud = new SimulatedCloud();
        System.out.println(
                "cloud   is simulated on " + cloud.simulator.adafruit().mqttsUri());
        cloud.user.scheduleAtFixedRate(cloud::moveDimmer, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
        return cloud;
    }

    @Override
    public AdafruitConfig config() {
        TlsOptions tls =
                TlsOptions.builder().trustPem(simulator.caCertificatePem()).build();
        return AdafruitConfig.builder()
                .username(USERNAME)
                .key(Secret.of(KEY))
                .name("greenhouse")
                .group(GROUP)
                .settable(List.of("dimmer"))
                .publishRate(RATE)
                .endpoint(simulator.adafruit().mqttsUri().toString())
                .apiEndpoint(simulator.adafruit().httpUri().resolve("/api/v2"))
                .session(SessionOptions.builder().tls(tls).build())
                .build();
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    private void moveDimmer() {
        AdafruitAccount account = simulator.adafruit().account(USERNAME);
        if (account.isOnline()) {
            int percent = moves++ % 2 == 0 ? 80 : 20;
            System.out.println("cloud   moves the dimmer to " + percent);
            account.feed(GROUP + ".dimmer").put(Integer.toString(percent));
        }
    }

    @Override
    public void close() {
        user.shutdownNow();
        simulator.close();
    }
}
