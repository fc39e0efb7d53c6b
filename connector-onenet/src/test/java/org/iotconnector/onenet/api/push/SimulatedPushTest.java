package org.iotconnector.onenet.api.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.iotconnector.core.Connector;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.onenet.PushTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A web server of an application that the simulated platform verifies and pushes to. */
class SimulatedPushTest {
    private static final String TOKEN = "pushToken01";
    private static final String STUDIO_KEY = "0123456789abcdef";
    private static final String FIRST_GENERATION_KEY = "TVRJek5EVTJOemd4TWpNME5UWTNPREV5TXpRMU5qYzQ";

    private interface Verification {
        String verify(String msg, String nonce, String signature);
    }

    private interface Reading {
        PushMessage read(byte[] body);
    }

    private final BlockingQueue<PlatformEvent> events = new LinkedBlockingQueue<>();
    private final Connector connector = Connector.create();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        connector.close();
        server.stop(0);
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/push");
    }

    private void serve(Verification verification, Reading reading) {
        server.createContext("/push", exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("GET")) {
                    answer(exchange, verified(exchange.getRequestURI().getRawQuery(), verification));
                } else {
                    events.addAll(reading.read(exchange.getRequestBody().readAllBytes())
                            .events());
                    answer(exchange, "");
                }
            }
        });
    }

    private static String verified(String rawQuery, Verification verification) {
        Map<String, String> query = Arrays.stream(rawQuery.split("&"))
                .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')), pair -> pair.substring(pair.indexOf('=') + 1)));
        return verification.verify(
                query.getOrDefault("msg", ""), query.getOrDefault("nonce", ""), query.getOrDefault("signature", ""));
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] answer = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
    }

    private PlatformEvent next() throws InterruptedException {
        return Objects.requireNonNull(events.poll(10, TimeUnit.SECONDS), "nothing was pushed");
    }

    private void report(UnaryOperator<PushTarget> settings, PushTarget.Form form, Runnable check) {
        try (Simulator simulator = Simulator.builder()
                .demoOneNet(onenet -> onenet.push(settings.apply(PushTarget.of(uri(), TOKEN, form))))
                .start()) {
            connector
                    .open(OneNetConfig.builder()
                            .productId(DemoSet.ONENET_PRODUCT_ID)
                            .deviceName(DemoSet.DEVICE_NAME)
                            .deviceKey(Secret.of(DemoSet.ONENET_DEVICE_KEY))
                            .endpoint(simulator.onenet().mqttUri().toString())
                            .build())
                    .report(Values.of("CurrentLedADC", 512));
            check.run();
        }
    }

    private void awaitLifecycleAndReport() {
        try {
            assertThat(next())
                    .isInstanceOfSatisfying(
                            PlatformEvent.LifeCycle.class,
                            lifecycle -> assertThat(lifecycle.isOnline()).isTrue());
            assertThat(next()).isInstanceOfSatisfying(PlatformEvent.PropertyReport.class, report -> {
                assertThat(report.device().deviceName()).contains(DemoSet.DEVICE_NAME);
                assertThat(report.properties())
                        .extractingByKey("CurrentLedADC")
                        .extracting(Sample::value)
                        .isEqualTo(Value.of(512L));
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void receive_plainPush_bringsLifecycleAndReport() {
        PushReceiver receiver = PushReceiver.of(Secret.of(TOKEN));
        serve(receiver::verify, receiver::read);

        report(target -> target, PushTarget.Form.STUDIO, this::awaitLifecycleAndReport);
    }

    @Test
    void receive_encryptedPush_bringsLifecycleAndReport() {
        PushReceiver receiver = PushReceiver.of(Secret.of(TOKEN)).withAesKey(Secret.of(STUDIO_KEY));
        serve(receiver::verify, receiver::read);

        report(target -> target.encrypted(STUDIO_KEY), PushTarget.Form.STUDIO, this::awaitLifecycleAndReport);
    }

    @Test
    void receive_encryptedPushOfTheFirstGeneration_isDecrypted() {
        LegacyPushReceiver receiver =
                LegacyPushReceiver.of(Secret.of(TOKEN)).withEncodingAesKey(Secret.of(FIRST_GENERATION_KEY));
        serve(receiver::verify, receiver::read);

        report(target -> target.encrypted(FIRST_GENERATION_KEY), PushTarget.Form.LEGACY, () -> {
            try {
                assertThat(next()).isNotNull();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
