package org.iotconnector.tck;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.MqttTransportFactory;

/** Makes {@link ScriptedTransport}s, one for each session, all answered by one script. Thread-safe. */
public final class ScriptedTransports implements MqttTransportFactory {
    private final List<ScriptedTransport> made = new CopyOnWriteArrayList<>();
    private volatile Script script;

    /** Transports that {@code script} answers. */
    public ScriptedTransports(Script script) {
        this.script = script;
    }

    @Override
    public MqttTransport create() {
        ScriptedTransport transport = new ScriptedTransport(new Current());
        made.add(transport);
        return transport;
    }

    /** Answers with another script from now on, in all transports. */
    public void script(Script next) {
        script = next;
    }

    /** Every transport made so far, in order. */
    public List<ScriptedTransport> all() {
        return List.copyOf(made);
    }

    /** The transport of the first session. */
    public ScriptedTransport first() {
        return made.get(0);
    }

    private final class Current implements Script {
        @Override
        public void onConnect(ConnectRequest request) {
            script.onConnect(request);
        }

        @Override
        public void onSubscribe(SubscribeRequest request) {
            script.onSubscribe(request);
        }

        @Override
        public void onUnsubscribe(UnsubscribeRequest request) {
            script.onUnsubscribe(request);
        }

        @Override
        public void onPublish(PublishRequest request) {
            script.onPublish(request);
        }
    }
}
