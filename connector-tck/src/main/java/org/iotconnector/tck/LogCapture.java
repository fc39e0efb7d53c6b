package org.iotconnector.tck;

import java.util.List;

/** Everything that is logged while it is open, on every level, by whichever logging backend the tests run with. */
public interface LogCapture extends AutoCloseable {
    /** What was logged so far: message, arguments and exceptions with their causes, an entry for each. */
    List<String> entries();

    /** Stops capturing and gives the loggers their former levels back. */
    @Override
    void close();
}
