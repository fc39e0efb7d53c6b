package org.iotconnector.tck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.thing.Values;
import org.opentest4j.TestAbortedException;

/**
 * A running platform with one device on it, as {@link ProviderContract} sees and moves it: mostly a simulator. What a
 * platform cannot be made to do keeps its default, and the tests that need it are reported as aborted. Thread-safe.
 */
public interface ContractPlatform extends AutoCloseable {
    /** The settings by which a device reaches it: {@code endpoint}, and {@code trustFile} where it speaks TLS. */
    Map<String, String> settings();

    /** The property reports that it has taken from the device, in order; a report taken twice stands there twice. */
    List<Values> reports();

    /** How many CONNECTs it has accepted. */
    long acceptedConnects();

    /** The client identifier of the device's present connection, where the platform can tell; else empty. */
    default Optional<String> clientIdentifier() {
        return Optional.empty();
    }

    /**
     * Asks the device to set properties, once the device listens for that.
     *
     * @return the code of the device's answer; empty on platforms where devices do not answer
     */
    CompletableFuture<OptionalInt> set(Values values);

    /** Calls a service of the device, as {@link #set}. */
    default CompletableFuture<OptionalInt> invoke(String service, Values input) {
        throw cannot("call services");
    }

    /** Sends the device bytes that are no message of this platform, on a topic that the device listens to. */
    default void sendGarbage() {
        throw cannot("send garbage");
    }

    /** Refuses the next {@code times} CONNECTs with this return or reason code. */
    void refuseConnects(int code, int times);

    /** Takes the network connections of the next {@code times} attempts and never answers their CONNECT. */
    default void ignoreConnects(int times) {
        throw cannot("leave a CONNECT unanswered");
    }

    /** Ends every network connection without a DISCONNECT; new ones are welcome. */
    void cutConnections();

    /** Takes the next {@code times} messages but does not acknowledge them on this connection. */
    default void withholdAcknowledgements(int times) {
        throw cannot("withhold acknowledgements");
    }

    /** Acknowledges the next {@code times} reports but does not answer them. */
    default void loseReplies(int times) {
        throw cannot("lose replies");
    }

    /** Ends every connection and accepts none until {@link #start}. */
    void stop();

    /** Accepts connections again, on the same port. */
    void start();

    /** Stops for good and frees what it holds. */
    @Override
    void close();

    private static TestAbortedException cannot(String what) {
        return new TestAbortedException("This platform cannot be made to " + what + ".");
    }
}
