package org.iotconnector.core.internal.outbox;

import java.nio.file.Path;
import org.iotconnector.core.OutboxStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a journal says in the log: the first failure as WARN, repeats as DEBUG, INFO when it works again. */
final class JournalLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.core.outbox");

    private final String session;
    private final Path directory;
    private boolean failing;

    JournalLog(String session, Path directory) {
        this.session = session;
        this.directory = directory;
    }

    void opened(int messages, long lost, String report) {
        if (messages > 0) {
            LOG.info("{}: {} messages of an earlier run are stored in {}", session, messages, directory);
        }
        if (lost > 0 || !report.isEmpty()) {
            LOG.warn("{}: the store in {} was damaged: {} messages are lost. {}", session, directory, lost, report);
        }
    }

    /** The store has failed; gives what is said to those whose {@code messages} were to be written. */
    OutboxStoreException failed(Exception cause, int messages) {
        OutboxStoreException failure = new OutboxStoreException(
                "The message could not be stored in " + directory + ": " + cause.getMessage()
                        + " It is still sent while this process runs; make room on the disk, or check its permissions.",
                cause);
        if (failing) {
            LOG.debug("{}: {} more messages could not be stored in {}", session, messages, directory, cause);
        } else {
            LOG.warn(
                    "{}: the store in {} cannot be written: {} Messages are held in memory alone, until it can.",
                    session,
                    directory,
                    cause.getMessage());
        }
        failing = true;
        return failure;
    }

    void worked() {
        if (failing) {
            failing = false;
            LOG.info("{}: the store in {} can be written again", session, directory);
        }
    }

    void notClosed(Exception cause) {
        LOG.warn("{}: the store in {} could not be closed: {}", session, directory, cause.getMessage());
    }
}
