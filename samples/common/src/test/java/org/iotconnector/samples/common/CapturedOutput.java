package org.iotconnector.samples.common;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps what a test's sample prints; tests that use it must not run at the same time. For one test thread. */
public final class CapturedOutput implements BeforeEachCallback, AfterEachCallback {
    private final LinkedBlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final StringBuilder read = new StringBuilder();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @Override
    public void beforeEach(ExtensionContext context) {
        PrintStream capture = new PrintStream(new Pieces(), true, StandardCharsets.UTF_8);
        System.setOut(capture);
        System.setErr(capture);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        System.setOut(out);
        System.setErr(err);
    }

    /** All that was printed until now. */
    public String text() {
        for (String piece = news.poll(); piece != null; piece = news.poll()) {
            read.append(piece);
        }
        return read.toString();
    }

    /** All that was printed until {@code part} was, or until {@code limit} is over. */
    public String textWith(String part, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!text().contains(part)) {
            String piece = news.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (piece == null) {
                break;
            }
            read.append(piece);
        }
        return text();
    }

    private final class Pieces extends OutputStream {
        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            news.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }
    }
}
