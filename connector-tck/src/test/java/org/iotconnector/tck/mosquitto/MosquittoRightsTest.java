package org.iotconnector.tck.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a device may not do, said by a broker with rights. */
@Timeout(60)
class MosquittoRightsTest {
    private static final SessionOptions QUICK = SessionOptions.builder()
            .reconnect(ReconnectPolicy.standard()
                    .withDelays(Duration.ofMillis(20), Duration.ofMillis(100))
                    .withSlowDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
            .build();

    /** Everybody may do everything, but nobody may subscribe to what is theirs; a file of rights cannot say that. */
    private static final String RIGHTS = """
            {"defaultACLAccess": {"publishClientSend": true, "publishClientReceive": true, "subscribe": true,
                                  "unsubscribe": true},
             "clients": [], "groups": [{"groupname": "all", "roles": [{"rolename": "lamp"}]}], "anonymousGroup": "all",
             "roles": [{"rolename": "lamp", "acls": [
                {"acltype": "subscribePattern", "topic": "theirs/#", "priority": 1, "allow": %s}]}]}
            """;

    private final Connector connector = Connector.create();

    @AfterEach
    void close() {
        connector.close();
    }

    private static List<String> rights(Path folder) throws IOException {
        Path plugin = Path.of("/usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so");
        Assumptions.assumeTrue(Files.exists(plugin), "Mosquitto's plugin for rights is not here");
        allow(folder, false);
        return List.of("plugin " + plugin, "plugin_opt_config_file " + folder.resolve("rights"));
    }

    private static void allow(Path folder, boolean theirs) throws IOException {
        Files.writeString(folder.resolve("rights"), RIGHTS.formatted(theirs));
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void filter_thatIsForbidden_isDeafUntilItIsAllowed(MqttVersion version) throws IOException {
        try (Mosquitto broker = Mosquitto.start(version, Endpoint.Transport.TCP, MosquittoRightsTest::rights)) {
            CompletableFuture<String> heard = new CompletableFuture<>();
            MqttSession session = connector.session(SessionConfig.of(
                    broker.login("lamp", broker.port()).credentials(null, null).build(), QUICK));
            session.subscribe(
                    List.of(Subscription.atLeastOnce("mine/#"), Subscription.atLeastOnce("theirs/#")),
                    message -> heard.complete(message.text()));

            Await.until("it is deaf", () -> session.state().phase() == SessionPhase.DEAF);
            Failure failure = session.state().failure().orElseThrow();
            assertThat(failure.kind()).isEqualTo(FailureKind.FORBIDDEN_TOPIC);
            assertThat(failure.message()).contains("[theirs/#]");
            assertThat(failure.code()).contains(version == MqttVersion.V5 ? 0x87 : 0x80);
            Await.value(
                    session.publish(Publication.text("other", "still sends")).acknowledged());

            broker.kill();
            allow(broker.folder(), true);
            broker.start();

            session.awaitOnline(Await.LIMIT);
            session.publish(Publication.text("theirs/1", "now"));
            assertThat(Await.value(heard)).isEqualTo("now");
        }
    }

    @Test
    void topic_thatIsForbidden_refusesTheMessageAndNothingElse() {
        try (Mosquitto broker = Mosquitto.start(MqttVersion.V5, Endpoint.Transport.TCP, folder -> {
            Files.writeString(folder.resolve("acl"), "user " + Mosquitto.USER + "\ntopic readwrite mine/#\n");
            return List.of("acl_file " + folder.resolve("acl"));
        })) {
            MqttSession session = connector.session(
                    SessionConfig.of(broker.login("lamp", broker.port()).build(), QUICK));

            Delivery theirs = session.publish(Publication.text("theirs", "x"));
            Delivery mine = session.publish(Publication.text("mine/1", "x"));

            assertThat(Await.failure(theirs.acknowledged())).hasMessageContaining("NOT_AUTHORIZED");
            assertThat(theirs.outcome()).contains(DeliveryOutcome.REFUSED);
            Await.value(mine.acknowledged());
            assertThat(session.ledger().refused()).isEqualTo(1);
        }
    }
}
