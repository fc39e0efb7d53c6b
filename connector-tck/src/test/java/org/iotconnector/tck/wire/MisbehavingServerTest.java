package org.iotconnector.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that take the connection and then go wrong in one thing, over real sockets. */
@Timeout(120)
class MisbehavingServerTest {
    private static final SessionOptions QUICK = SessionOptions.builder()
            // Shorter than the test waits, should the first attempt of a busy machine be lost.
            .connectTimeout(Duration.ofSeconds(5))
            .reconnect(ReconnectPolicy.standard()
                    .withDelays(Duration.ofMillis(10), Duration.ofMillis(50))
                    .withSlowDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
            .build();

    private final Connector connector = Connector.create();
    private final List<SessionState> states = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        connector.close();
    }

    private static ConnectParameters.Builder to(TinyServer server) {
        return ConnectParameters.builder(
                Endpoint.of(Endpoint.Transport.TCP, "127.0.0.1", server.port()), ClientIdentifier.of("lamp"));
    }

    private MqttSession open(SessionConfig config) {
        return connector.session(config, session -> session.onState(states::add));
    }

    private Failure heard(FailureKind kind) {
        Await.until(
                "it is named " + kind,
                () -> states.stream()
                        .anyMatch(state ->
                                state.failure().filter(it -> it.kind() == kind).isPresent()));
        return states.stream()
                .flatMap(state -> state.failure().stream())
                .filter(failure -> failure.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void subscription_thatIsRefusedAndThenGranted_isDeafAndThenOnlineOnTheSameConnection() {
        AtomicInteger asked = new AtomicInteger();
        MiniBroker broker =
                new MiniBroker().suback(filter -> filter.equals("theirs") && asked.incrementAndGet() < 3 ? 0x80 : 1);
        try (TinyServer server = TinyServer.plain(broker)) {
            MqttSession session = open(SessionConfig.of(to(server).build(), QUICK));
            session.subscribe(List.of(Subscription.atLeastOnce("mine")), message -> {});
            session.subscribe(List.of(Subscription.atLeastOnce("theirs")), message -> {});

            Failure failure = heard(FailureKind.FORBIDDEN_TOPIC);
            int attempt = session.state().attempt();
            assertThat(failure.message()).contains("[theirs]", "128");
            assertThat(failure.advice()).contains("belongs to this device");
            assertThat(states)
                    .anyMatch(state -> state.phase() == SessionPhase.DEAF
                            && state.retryIn().isPresent());

            session.awaitOnline(Await.LIMIT);
            assertThat(asked).hasValueGreaterThanOrEqualTo(3);
            assertThat(session.state().attempt()).isEqualTo(attempt);
            assertThat(session.state().failure()).isEmpty();
        }
    }

    @Test
    void message_thatEndsEveryConnection_isQuarantinedAndTheRestFlows() {
        MiniBroker broker = new MiniBroker().closingOn("poison"::equals);
        try (TinyServer server = TinyServer.plain(broker)) {
            MqttSession session = open(SessionConfig.of(to(server).build(), QUICK));
            Delivery before = session.publish(Publication.text("t", "before"));
            Delivery poison = session.publish(Publication.text("t", "poison"));
            Delivery after = session.publish(Publication.text("t", "after"));

            assertThat(Await.failure(poison.acknowledged())).hasMessageContaining("quarantined");
            Await.value(before.acknowledged());
            Await.value(after.acknowledged());

            assertThat(poison.outcome()).contains(DeliveryOutcome.QUARANTINED);
            Failure failure = heard(FailureKind.POISON_MESSAGE);
            assertThat(failure.message()).contains("[t]");
            assertThat(failure.advice()).contains("set aside");
            assertThat(session.ledger().addsUp()).isTrue();
        }
    }

    @Test
    void clock_thatIsWrong_isFoundByThePlatformsTimeAndThenGoneBy() {
        Duration behind = Duration.ofHours(1);
        MiniBroker broker = new MiniBroker().connack(password -> {
            Instant theirs = Instant.now().plus(behind);
            return Duration.between(Instant.parse(password), theirs).abs().toMinutes() < 5 ? 0 : 4;
        });
        try (TinyServer server = TinyServer.plain(broker);
                TinyServer web = TinyServer.plain(socket -> {
                    TinyServer.readSome(socket);
                    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.now().plus(behind).atOffset(ZoneOffset.UTC));
                    String answer =
                            "HTTP/1.1 200 OK\r\nDate: " + date + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                })) {
            MqttSession session = open(new SessionConfig(
                    "platform lamp",
                    now -> to(server)
                            .credentials("lamp", Secret.of(now.toString()))
                            .build(),
                    code -> Optional.empty(),
                    Capabilities.ALL,
                    Quotas.UNLIMITED,
                    "platform",
                    QUICK,
                    Optional.of(URI.create("http://127.0.0.1:" + web.port() + "/"))));

            Failure failure = heard(FailureKind.CLOCK);
            assertThat(failure.message()).contains("behind the platform's");
            assertThat(failure.advice()).contains("Set the clock");
            session.awaitOnline(Await.LIMIT);
        }
    }

    @Test
    void twoPrograms_withOneIdentity_areNamedAtTheThirdTakeover() {
        try (TinyServer server = TinyServer.plain(new MiniBroker().exclusive())) {
            SessionConfig lamp = SessionConfig.of(to(server).build(), QUICK);
            open(lamp);
            connector.session(lamp);

            Failure failure = heard(FailureKind.DUPLICATE_CLIENT);

            assertThat(failure.message()).contains("3 times in a row");
            assertThat(failure.advice()).contains("another program", "same identity");
        }
    }
}
