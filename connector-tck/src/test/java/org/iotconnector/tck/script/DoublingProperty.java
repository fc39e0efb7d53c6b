package org.iotconnector.tck.script;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.Silence;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;

/**
 * The promises of sessions, held against one with a bug: after a lost connection it sends each message twice. Must fail,
 * and is run by {@link PlantedBugTest} alone.
 */
class DoublingProperty {
    static final class Doubling implements MqttTransport {
        private final MqttTransport real;
        private int connects;

        Doubling(MqttTransport real) {
            this.real = real;
        }

        @Override
        public void connect(ConnectParameters parameters, ConnectLimits limits, Listener listener) {
            connects++;
            real.connect(parameters, limits, listener);
        }

        @Override
        public void subscribe(List<Subscription> subscriptions, Consumer<List<SubscribeResult>> answer) {
            real.subscribe(subscriptions, answer);
        }

        @Override
        public void unsubscribe(List<TopicFilter> filters, Consumer<Boolean> answer) {
            real.unsubscribe(filters, answer);
        }

        @Override
        public void publish(Publication publication, Consumer<Outcome> answer) {
            real.publish(publication, answer);
            if (connects > 1) {
                real.publish(publication, ignored -> {});
            }
        }

        @Override
        public Optional<Silence> silence() {
            return real.silence();
        }

        @Override
        public void disconnect() {
            real.disconnect();
        }
    }

    @Provide
    Arbitrary<FaultScript> scripts() {
        return ScriptArbitraries.scripts();
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE, seed = "1")
    void session_thatSendsTwice_isFoundOut(@ForAll("scripts") FaultScript script) {
        try (ScriptBench bench = new ScriptBench(Doubling::new)) {
            script.runLeniently(bench);
        }
    }
}
