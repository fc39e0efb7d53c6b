package org.iotconnector.benchmarks.outbox;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.OutboxStoreFactory;
import org.iotconnector.core.outbox.StoredRecord;
import org.iotconnector.outbox.SqliteOutboxStores;

/**
 * Messages of 300 bytes a second into the store of a durable outbox, into MVStore and into a bare log, in turns; then
 * through a whole session. Arguments: rounds (3), seconds for each line (3), folder (the system's temporary one).
 */
public final class OutboxRun {
    /** What 300 bytes of payload become in the store, with topic, device and names of properties. */
    private static final int RECORD = 400;

    /** How far behind the newest the oldest is taken out again. */
    private static final int KEPT = 2_048;

    /** A rate does not mean much on a busy machine; what it costs in processor time does. */
    record Figure(double perSecond, double cpuMicros) {}

    private record Mode(String name, int group, DurableOutbox.Sync sync) {}

    private static final List<Mode> MODES = List.of(
            new Mode("fsync each", 1, DurableOutbox.Sync.DISK),
            new Mode("fsync per 64", 64, DurableOutbox.Sync.DISK),
            new Mode("fsync per 1024", 1_024, DurableOutbox.Sync.DISK),
            new Mode("to the OS, each", 1, DurableOutbox.Sync.SYSTEM),
            new Mode("to the OS, per 64", 64, DurableOutbox.Sync.SYSTEM),
            new Mode("to the OS, per 1024", 1_024, DurableOutbox.Sync.SYSTEM));

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private OutboxRun() {}

    /** Runs it and prints a table. */
    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Duration each =
                Duration.ofMillis(arguments.length > 1 ? (long) (1_000 * Double.parseDouble(arguments[1])) : 3_000);
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Path.of(System.getProperty("java.io.tmpdir"));
        Map<String, OutboxStoreFactory> stores = new LinkedHashMap<>();
        stores.put("log (peer)", AppendLog::new);
        stores.put("MVStore", MvStoreLog::new);
        stores.put("SQLite (ours)", new SqliteOutboxStores());
        Map<String, List<Figure>> results = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Mode mode : MODES) {
                for (Map.Entry<String, OutboxStoreFactory> store : stores.entrySet()) {
                    note(
                            results,
                            mode.name() + " | " + store.getKey(),
                            in(folder, it -> fill(store.getValue(), mode, it, each)));
                }
            }
            for (DurableOutbox.Sync sync : DurableOutbox.Sync.values()) {
                note(
                        results,
                        "session, " + sync + " | publish to stored",
                        in(folder, it -> SessionLoad.run(it, sync, each)));
            }
        }
        System.out.println(
                "| what | store | messages/s, median | range | processor µs per message |\n|---|---|---|---|---|");
        results.forEach(OutboxRun::print);
    }

    private static void note(Map<String, List<Figure>> results, String line, Figure figure) {
        results.computeIfAbsent(line, l -> new ArrayList<>()).add(figure);
    }

    private static void print(String line, List<Figure> figures) {
        double[] rates =
                figures.stream().mapToDouble(Figure::perSecond).sorted().toArray();
        double[] costs =
                figures.stream().mapToDouble(Figure::cpuMicros).sorted().toArray();
        System.out.printf(
                "| %s | %,.0f | %,.0f – %,.0f | %.2f |%n",
                line, rates[rates.length / 2], rates[0], rates[rates.length - 1], costs[costs.length / 2]);
    }

    @FunctionalInterface
    private interface Load {
        Figure run(Path directory) throws IOException;
    }

    private static Figure in(Path folder, Load load) throws IOException {
        Path directory = Files.createTempDirectory(folder, "outbox");
        try {
            return load.run(directory);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Adds as fast as the store takes it, and takes the oldest out; the first quarter of the time is for warming up. */
    private static Figure fill(OutboxStoreFactory factory, Mode mode, Path directory, Duration length)
            throws IOException {
        byte[][] contents = contents();
        try (OutboxStore store = factory.open(directory, mode.sync())) {
            store.recover();
            long start = System.nanoTime();
            long warm = start + length.toNanos() / 4;
            long end = start + length.toNanos();
            long next = 1;
            long counted = 0;
            long since = 0;
            long cpu = 0;
            for (long now = start; now < end || counted == 0; now = System.nanoTime()) {
                if (counted == 0 && now >= warm) {
                    counted = next;
                    since = now;
                    cpu = THREADS.getCurrentThreadCpuTime();
                }
                List<StoredRecord> added = new ArrayList<>(mode.group());
                for (int n = 0; n < mode.group(); n++) {
                    added.add(new StoredRecord(next, contents[(int) (next % contents.length)]));
                    next++;
                }
                long oldest = next - KEPT - mode.group();
                store.commit(
                        added,
                        oldest < 1
                                ? new long[0]
                                : LongStream.range(oldest, oldest + mode.group())
                                        .toArray());
            }
            double messages = next - counted;
            return new Figure(
                    messages * 1e9 / (System.nanoTime() - since),
                    (THREADS.getCurrentThreadCpuTime() - cpu) / 1e3 / messages);
        }
    }

    private static byte[][] contents() {
        Random random = new Random(1);
        byte[][] contents = new byte[1_024][RECORD];
        Arrays.stream(contents).forEach(random::nextBytes);
        return contents;
    }
}
