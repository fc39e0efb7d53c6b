package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransport;
import org.iotconnector.tck.SubscribeRequest;

/** Whatever the network and the user do, in whatever order: these always hold. */
class RandomScriptTest {
    private static final int WINDOW = 4;

    private enum Event {
        PUBLISH,
        PUBLISH_MANY,
        SUBSCRIBE,
        UNSUBSCRIBE,
        ACCEPT,
        REFUSE,
        LOSE,
        GRANT,
        DENY,
        ACKNOWLEDGE,
        ACKNOWLEDGE_ALL,
        REFUSE_MESSAGE,
        DELIVER,
        CONNECT,
        PASS_A_MOMENT,
        PASS_A_MINUTE,
        PASS_AN_HOUR
    }

    @Provide
    Arbitrary<List<Event>> scripts() {
        return Arbitraries.of(Event.class).list().ofMinSize(5).ofMaxSize(60);
    }

    @Property(tries = 1_200)
    void session_underAnyScript_keepsItsPromises(
            @ForAll("scripts") List<Event> script, @ForAll OverflowPolicy policy, @ForAll long seed) {
        Run run = new Run(policy, new Random(seed));

        script.forEach(run::apply);

        run.finish();
    }

    private static final class Run {
        private final Bench bench = new Bench(Script.MANUAL);
        private final Random random;
        private final MqttSession session;
        private final List<Delivery> deliveries = new ArrayList<>();
        private final List<SubscriptionHandle> handles = new ArrayList<>();
        private int published;

        Run(OverflowPolicy policy, Random random) {
            this.random = random;
            OutboxOptions outbox = OutboxOptions.standard()
                    .withMaxMessages(20)
                    .withMaxAge(Duration.ofMinutes(30))
                    .withOverflow(policy);
            SessionOptions options = Bench.options()
                    .inFlightWindow(WINDOW)
                    // Handlers end at no certain time here, and with them the timers that watch them.
                    .slowHandler(Duration.ZERO)
                    .outbox(policy == OverflowPolicy.BLOCK ? outbox.blockingFor(Duration.ZERO) : outbox)
                    .build();
            List<Rate> rates = List.of(
                    Rate.of(Counted.CONNECT, 5, Duration.ofMinutes(1)),
                    Rate.of(Counted.PUBLISH_ACKNOWLEDGED, 10, Duration.ofSeconds(1)));
            session = bench.open(options, new Quotas(rates, 100, 1_000, 3));
        }

        void apply(Event event) {
            bench.jitter = random.nextDouble();
            ScriptedTransport wire = bench.wire();
            switch (event) {
                case PUBLISH -> publish(1);
                case PUBLISH_MANY -> publish(1 + random.nextInt(15));
                case SUBSCRIBE -> handles.add(session.subscribe("f/" + random.nextInt(6), received -> {}));
                case UNSUBSCRIBE -> {
                    if (!handles.isEmpty()) {
                        handles.remove(random.nextInt(handles.size())).close();
                    }
                }
                case ACCEPT -> {
                    if (isAttempting()) {
                        wire.current().accept(random.nextBoolean());
                    }
                }
                case REFUSE -> {
                    if (isAttempting()) {
                        wire.current().fail(anyFailure());
                    }
                }
                case LOSE -> {
                    if (isAttempting() || wire.isConnected()) {
                        wire.current().fail(anyFailure());
                    }
                }
                case GRANT -> wire.subscribes().forEach(SubscribeRequest::grant);
                case DENY -> wire.subscribes().forEach(this::answerAnything);
                case ACKNOWLEDGE -> anyInFlight().forEach(PublishRequest::acknowledge);
                case ACKNOWLEDGE_ALL -> wire.inFlight().forEach(PublishRequest::acknowledge);
                case REFUSE_MESSAGE -> anyInFlight().forEach(request -> request.refuse(0x97, "QUOTA_EXCEEDED"));
                case DELIVER -> {
                    if (wire.isConnected()) {
                        wire.deliver(Bench.message("f/" + random.nextInt(6), "x"));
                    }
                }
                case CONNECT -> session.connect();
                case PASS_A_MOMENT -> bench.time.advance(Duration.ofMillis(random.nextInt(2_000)));
                case PASS_A_MINUTE -> bench.time.advance(Duration.ofSeconds(random.nextInt(120)));
                case PASS_AN_HOUR -> bench.time.advance(Duration.ofMinutes(random.nextInt(120)));
            }
            check();
        }

        private void publish(int count) {
            for (int i = 0; i < count; i++) {
                Publication message = Publication.text("t", Integer.toString(published++));
                boolean once = random.nextInt(4) == 0;
                deliveries.add(session.publish(once ? message.withQos(QualityOfService.AT_MOST_ONCE) : message));
                assertThat(session.ledger().addsUp()).isTrue();
            }
        }

        private boolean isAttempting() {
            return session.state().phase() == SessionPhase.CONNECTING;
        }

        private Failure anyFailure() {
            FailureKind[] kinds = FailureKind.values();
            FailureKind kind = kinds[random.nextInt(kinds.length)];
            Failure failure = Failure.of(kind, "By chance.", "", null);
            return random.nextInt(5) == 0 ? failure.retryAfter(Duration.ofMinutes(random.nextInt(90))) : failure;
        }

        private void answerAnything(SubscribeRequest request) {
            request.answer(request.subscriptions().stream()
                    .mapToInt(each -> random.nextBoolean() ? 1 : 128)
                    .toArray());
        }

        private List<PublishRequest> anyInFlight() {
            List<PublishRequest> open = bench.wire().inFlight();
            return open.isEmpty() ? open : List.of(open.get(random.nextInt(open.size())));
        }

        private void check() {
            assertThat(session.ledger().addsUp())
                    .as(session.ledger().toString())
                    .isTrue();
            assertThat(session.ledger().accepted()).isEqualTo(published);
            assertThat(bench.wire().inFlight()).hasSizeLessThanOrEqualTo(WINDOW);
            assertThat(bench.wire().violations()).isEmpty();
        }

        void finish() {
            CompletableFuture<Void> closed = session.closeAsync();
            bench.time.advance(Duration.ofSeconds(10));
            Await.value(closed);
            check();
            assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
            assertThat(session.ledger().ended()).isEqualTo(published);
            assertThat(deliveries)
                    .allSatisfy(delivery -> assertThat(delivery.outcome()).isPresent());
            assertThat(bench.time.pending()).isZero();
            assertOrder();
            assertOutcomesMatchTheWire();
            bench.close();
        }

        /** A message may be sent again after a loss, but what is sent for the first time keeps its order. */
        private void assertOrder() {
            int newest = -1;
            Map<String, Integer> times = new HashMap<>();
            for (PublishRequest request : bench.wire().publishes()) {
                if (times.merge(request.text(), 1, Integer::sum) == 1) {
                    int number = Integer.parseInt(request.text());
                    assertThat(number).isGreaterThan(newest);
                    newest = number;
                }
            }
        }

        private void assertOutcomesMatchTheWire() {
            for (int i = 0; i < deliveries.size(); i++) {
                String text = Integer.toString(i);
                boolean sent = bench.wire().publishes().stream()
                        .anyMatch(request -> request.text().equals(text));
                if (deliveries.get(i).outcome().orElseThrow() == DeliveryOutcome.ACKNOWLEDGED) {
                    assertThat(sent).as("message " + i + " was acknowledged").isTrue();
                }
            }
        }
    }
}
