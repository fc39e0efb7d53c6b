package org.iotconnector.tck;

import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttTransport;

/** One attempt to connect, and the connection that came of it. Thread-safe. */
public final class ConnectRequest {
    private enum Stage {
        OPEN,
        ACCEPTED,
        ENDED
    }

    private final ScriptedTransport transport;
    private final ConnectParameters parameters;
    private final ConnectLimits limits;
    private final MqttTransport.Listener listener;
    private Stage stage = Stage.OPEN;

    ConnectRequest(
            ScriptedTransport transport,
            ConnectParameters parameters,
            ConnectLimits limits,
            MqttTransport.Listener listener) {
        this.transport = transport;
        this.parameters = parameters;
        this.limits = limits;
        this.listener = listener;
    }

    /** What the session connects with. */
    public ConnectParameters parameters() {
        return parameters;
    }

    /** The bounds the session sets. */
    public ConnectLimits limits() {
        return limits;
    }

    MqttTransport.Listener listener() {
        return listener;
    }

    /** Whether neither CONNACK nor an end has come. */
    public synchronized boolean isOpen() {
        return stage == Stage.OPEN;
    }

    synchronized boolean isAccepted() {
        return stage == Stage.ACCEPTED;
    }

    /** Answers CONNACK, without an earlier session. */
    public void accept() {
        accept(false);
    }

    /** Answers CONNACK. */
    public void accept(boolean sessionPresent) {
        synchronized (this) {
            if (stage != Stage.OPEN) {
                throw new IllegalStateException("This attempt is answered already: " + stage);
            }
            stage = Stage.ACCEPTED;
        }
        listener.onConnected(sessionPresent);
    }

    /** Ends the attempt or the connection for this reason; does nothing if it has ended already. */
    public void fail(Failure failure) {
        transport.release(this);
        end(failure);
    }

    /** Refuses the credentials with return code 4. */
    public void refuse() {
        fail(Failure.ofCode(FailureKind.CREDENTIAL_REFUSED, 4, "Refused by the script.", "Check the credentials."));
    }

    /** Ends the attempt or the connection without a reason. */
    public void lose() {
        fail(Failure.of(FailureKind.CONNECTION_CLOSED, "Closed by the script.", "", null));
    }

    void end(Failure failure) {
        synchronized (this) {
            if (stage == Stage.ENDED) {
                return;
            }
            stage = Stage.ENDED;
        }
        listener.onDisconnected(failure);
    }

    @Override
    public String toString() {
        return "ConnectRequest[" + parameters.clientIdentifier() + "]";
    }
}
