package org.iotconnector.tck;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A {@link LogCapture} for Logback, with every logger opened to TRACE. Only this class needs Logback. */
final class LogbackCapture extends AppenderBase<ILoggingEvent> implements LogCapture {
    private final Queue<String> entries = new ConcurrentLinkedQueue<>();
    private final Logger root;
    private final @Nullable Level before;

    private LogbackCapture(Logger root) {
        this.root = root;
        this.before = root.getLevel();
    }

    static LogCapture open() {
        if (!(LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root)) {
            throw new IllegalStateException("These tests do not log through Logback; override captureLogs().");
        }
        LogbackCapture capture = new LogbackCapture(root);
        capture.setContext(root.getLoggerContext());
        capture.start();
        root.addAppender(capture);
        root.setLevel(Level.TRACE);
        return capture;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String failure =
                event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        entries.add(
                event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + "\n" + failure);
    }

    @Override
    public List<String> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(this);
        stop();
    }
}
