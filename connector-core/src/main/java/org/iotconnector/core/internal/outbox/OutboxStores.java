package org.iotconnector.core.internal.outbox;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.ServiceLoader;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.OutboxStoreException;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.OutboxStoreFactory;
import org.iotconnector.core.session.TimeSource;
import org.jspecify.annotations.Nullable;

/** Opens the stores of a connector's durable outboxes, and has the one thread that writes to all of them. Thread-safe. */
public final class OutboxStores implements AutoCloseable {
    private static final int LONGEST_NAME = 180;

    private final @Nullable OutboxStoreFactory given;
    private final TimeSource time;
    private final ThreadPoolExecutor writer;

    /** {@code given} makes the stores; null to look for one on the class path when it is needed. */
    public OutboxStores(@Nullable OutboxStoreFactory given, TimeSource time) {
        this.given = given;
        this.time = time;
        this.writer = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "connector-outbox");
            thread.setDaemon(true);
            return thread;
        });
        writer.allowCoreThreadTimeOut(true);
    }

    /**
     * Opens the store of the session called {@code session} and reads what is in it.
     *
     * @throws OutboxStoreException when there is no store module, or the store cannot be opened
     */
    public Journal open(DurableOutbox options, String session) {
        Path directory = options.directory().resolve(folderOf(session));
        OutboxStoreFactory factory = factory();
        try {
            OutboxStore store = factory.open(directory, options.sync());
            try {
                return read(store, new JournalLog(session, directory));
            } catch (IOException | RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (IOException e) {
            throw new OutboxStoreException(
                    "The durable outbox of " + session + " in " + directory + " cannot be opened: " + e.getMessage(),
                    e);
        }
    }

    private Journal read(OutboxStore store, JournalLog log) throws IOException {
        OutboxStore.Recovery recovery = store.recover();
        Restored found = Restored.read(recovery);
        log.opened(found.size(), found.lost(), recovery.report());
        return new Journal(store, found, log, this::execute, time);
    }

    private void execute(Runnable task) {
        try {
            writer.execute(task);
        } catch (RejectedExecutionException e) {
            // Closed already: what is left to do is to write what was accepted and to close the file.
            task.run();
        }
    }

    private OutboxStoreFactory factory() {
        if (given != null) {
            return given;
        }
        return ServiceLoader.load(OutboxStoreFactory.class)
                .findFirst()
                .orElseThrow(() -> new OutboxStoreException(
                        "A durable outbox needs a store, and none is on the class path; add the module connector-outbox.",
                        null));
    }

    /** A name for a folder that no other session's name gives. */
    static String folderOf(String session) {
        String name = URLEncoder.encode(session, StandardCharsets.UTF_8).replace("*", "%2A");
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        return name.substring(0, LONGEST_NAME - 33) + "-" + sha256(session).substring(0, 32);
    }

    private static String sha256(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** Ends the writer, once what it has is written. */
    @Override
    public void close() {
        writer.shutdown();
    }
}
