package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every place in which user code runs may close what it likes. */
@Timeout(60)
class CloseFromAnywhereTest {
    /** One handler thread, so that whoever waited for another would wait for ever. */
    private final Bench bench = new Bench(Script.WILLING, 1);

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "HANDLER, SESSION",
        "HANDLER, CONNECTOR",
        "LISTENER, SESSION",
        "LISTENER, CONNECTOR",
        "CONTINUATION, SESSION",
        "CONTINUATION, CONNECTOR"
    })
    void close_fromUserCode_returnsAndEnds(Place place, Closed closed) {
        MqttSession session = bench.open();
        CompletableFuture<Boolean> returned = new CompletableFuture<>();
        AtomicBoolean once = new AtomicBoolean();

        place.run(bench, session, () -> {
            if (once.compareAndSet(false, true)) {
                closed.close(bench, session);
                returned.complete(true);
            }
        });

        assertThat(Await.value(returned)).isTrue();
        Await.until("it is closed", () -> session.state().phase() == SessionPhase.CLOSED);
    }

    enum Place {
        HANDLER {
            @Override
            void run(Bench bench, MqttSession session, Runnable code) {
                Await.value(session.subscribe("a", received -> code.run()).result());
                bench.wire().deliver(Bench.message("a", "x"));
            }
        },
        LISTENER {
            @Override
            void run(Bench bench, MqttSession session, Runnable code) {
                session.onState(state -> code.run());
            }
        },
        CONTINUATION {
            @Override
            void run(Bench bench, MqttSession session, Runnable code) {
                Bench.publish(session, "1").acknowledged().thenRun(code);
            }
        };

        abstract void run(Bench bench, MqttSession session, Runnable code);
    }

    enum Closed {
        SESSION {
            @Override
            void close(Bench bench, MqttSession session) {
                session.close();
            }
        },
        CONNECTOR {
            @Override
            void close(Bench bench, MqttSession session) {
                bench.connector.close();
            }
        };

        abstract void close(Bench bench, MqttSession session);
    }
}
