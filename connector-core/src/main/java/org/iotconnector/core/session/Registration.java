package org.iotconnector.core.session;

/** What was registered and can be taken back. Closing twice does nothing. Thread-safe. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    /** Ends the registration; a call that is already running finishes. */
    @Override
    void close();
}
