package org.iotconnector.benchmarks.fleet;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One process of the measurement: opens sessions, holds them while each reports once a minute, and prints what they cost as
 * one {@link Cost} line. Arguments: {@code connector|hivemq}, how many, the server's port, its certificate or {@code -},
 * for how many seconds to report.
 */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int SECONDS_OF_A_ROUND = 60;

    private Probe() {}

    public static void main(String... args) throws Exception {
        String kind = args[0];
        int count = Integer.parseInt(args[1]);
        Optional<Path> certificate = args[3].equals("-") ? Optional.empty() : Optional.of(Path.of(args[3]));
        Sessions.Server server = new Sessions.Server(Integer.parseInt(args[2]), certificate);
        int seconds = Integer.parseInt(args[4]);
        try (Sessions sessions =
                kind.equals("connector") ? new ConnectorSessions(server) : new HiveMqSessions(server)) {
            System.out.println(measure(sessions, count, seconds));
        }
        Runtime.getRuntime().halt(0);
    }

    private static Cost measure(Sessions sessions, int count, int seconds) throws IOException {
        // The first one brings the classes that all share.
        sessions.open(0);
        awaitOnline(sessions, 1);
        long emptyHeap = heap();
        long cpu = cpuNanos();
        long begun = System.nanoTime();
        for (int number = 1; number < count; number++) {
            sessions.open(number);
        }
        awaitOnline(sessions, count);
        double connectSeconds = (System.nanoTime() - begun) / 1e9;
        double connectCpu = (cpuNanos() - cpu) / 1e9;
        long reports = report(sessions, count, seconds);
        double reportCpu = (cpuNanos() - cpu) / 1e9 - connectCpu;
        long resident = resident();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        int held = sessions.online();
        return new Cost(
                held,
                (heap() - emptyHeap) / (count - 1),
                resident,
                threads,
                connectSeconds,
                connectCpu,
                reports,
                reportCpu);
    }

    /** Spreads the reports evenly over each minute, and gives how many were acknowledged. */
    private static long report(Sessions sessions, int count, int seconds) {
        long begun = System.nanoTime();
        long nanosApart = TimeUnit.SECONDS.toNanos(SECONDS_OF_A_ROUND) / count;
        long wanted = (long) count * seconds / SECONDS_OF_A_ROUND;
        for (long sent = 0; sent < wanted; sent++) {
            while (System.nanoTime() - begun < sent * nanosApart) {
                LockSupport.parkNanos(1_000_000);
            }
            sessions.report((int) (sent % count));
        }
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (sessions.acknowledged() < wanted && System.nanoTime() < patience) {
            LockSupport.parkNanos(1_000_000);
        }
        return sessions.acknowledged();
    }

    private static void awaitOnline(Sessions sessions, int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int online = sessions.online();
        while (online < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + online + " of " + count + " sessions are online after "
                        + PATIENCE.toSeconds() + " s.");
            }
            LockSupport.parkNanos(50_000_000);
            online = sessions.online();
        }
    }

    private static long heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        // Twice, since what references keep alive is seen to between the two.
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                * 1024;
    }
}
