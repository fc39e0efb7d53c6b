package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.spi.Provider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a device connects, is refused, and comes back. */
abstract class ConnectionRules<C extends DeviceConfig<C>> extends LiveRules<C> {
    ConnectionRules(ProviderContract<C> contract) {
        super(contract);
    }

    /** What the provider computed for one attempt, and for which time. */
    private record Computed(Instant now, ConnectParameters parameters) {}

    private SessionConfig watched(C config, List<Computed> computed) {
        Provider<C> provider = contract().provider();
        return new SessionConfig(
                "contract",
                now -> {
                    ConnectParameters parameters = provider.connect(config, now);
                    computed.add(new Computed(now, parameters));
                    return parameters;
                },
                code -> provider.explainConnectCode(config, code),
                provider.quotas(config),
                provider.id(),
                config.session());
    }

    @Test
    @DisplayName("connect is called for every attempt, with the time of that attempt")
    void connect_atEveryAttempt_isComputedAnew() {
        C config = config(Map.of());
        List<Computed> computed = new CopyOnWriteArrayList<>();
        Instant before = Instant.now();
        MqttSession session = connector().session(watched(config, computed));
        session.awaitOnline(Await.LIMIT);

        for (int round = 1; round <= 2; round++) {
            long accepted = platform().acceptedConnects();
            platform().cutConnections();
            Await.until("it is accepted again", () -> platform().acceptedConnects() > accepted);
        }

        session.awaitOnline(Await.LIMIT);
        // Nothing connects behind the session's back, with credentials of an earlier attempt.
        assertThat(computed).hasSize((int) platform().acceptedConnects());
        assertThat(computed).extracting(Computed::now).isSorted().first().isNotNull();
        assertThat(computed.get(0).now()).isAfterOrEqualTo(before);
        assertThat(computed)
                .allSatisfy(each -> assertThat(each.parameters())
                        .isEqualTo(contract().provider().connect(config, each.now())));
        platform()
                .clientIdentifier()
                .ifPresent(seen -> assertThat(seen)
                        .isEqualTo(computed.get(computed.size() - 1)
                                .parameters()
                                .clientIdentifier()
                                .text()));
    }

    @Test
    @DisplayName("A refused credential is named, with advice, and slows the attempts down")
    void refusedCredential_isNamedWithAdviceAndSlowsDown() {
        platform().refuseConnects(contract().refusedCode(), 1);

        Device device = open();
        Await.until(
                "the refusal is known", () -> device.session().state().failure().isPresent());

        SessionState state = device.session().state();
        Failure failure = state.failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIAL_REFUSED);
        assertThat(failure.code()).contains(contract().refusedCode());
        assertThat(failure.advice()).isNotBlank();
        assertThat(state.willRetry()).isTrue();
        assertThat(state.retryIn().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("Who waits for a device whose credentials are refused is told at once, with the advice")
    void awaitOnline_whenRefused_failsWithTheAdvice() {
        platform().refuseConnects(contract().refusedCode(), 1);
        Device device = open();

        AuthenticationException failure =
                catchThrowableOfType(AuthenticationException.class, () -> device.awaitOnline(Await.LIMIT));

        assertThat(failure).isNotNull();
        assertThat(failure.code()).contains(contract().refusedCode());
        assertThat(failure).hasMessageContaining(failure.failure().advice());
    }

    @Test
    @DisplayName("A device that was refused connects when it is asked to, once the platform takes it")
    void connect_afterARefusal_triesAtOnce() {
        platform().refuseConnects(contract().refusedCode(), 1);
        Device device = open();
        awaitPhase(device, SessionPhase.WAITING);

        device.session().connect();

        awaitPhase(device, SessionPhase.ONLINE);
    }

    @Test
    @DisplayName("A platform that went away and came back is found again")
    void platform_thatRestarts_isFoundAgain() {
        Device device = online();

        platform().stop();
        Await.until(
                "the loss is noticed", () -> !device.session().state().phase().connected());
        platform().start();

        awaitPhase(device, SessionPhase.ONLINE);
    }

    @Test
    @DisplayName("Two handles with equal configurations share one connection; the last one closes it")
    void open_twice_sharesOneConnection() {
        Device first = online();
        Device second = open();

        second.awaitOnline(Await.LIMIT);
        first.close();
        Await.value(second.report(contract().report(1)).acknowledged());

        assertThat(platform().acceptedConnects()).isEqualTo(1);
        second.close();
        assertThat(second.session().state().phase()).isEqualTo(SessionPhase.CLOSED);
    }
}
