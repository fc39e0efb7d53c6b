package org.iotconnector.benchmarks.fleet;

import java.util.Locale;

/**
 * What one process's sessions cost.
 *
 * @param held sessions online at the end
 * @param heap bytes of heap for each, after garbage collection
 * @param resident bytes of the whole process
 * @param threads of the whole process
 * @param connectSeconds from the first open until all are online
 * @param connectCpu seconds of processor time for that
 * @param reports acknowledged
 * @param reportCpu seconds of processor time while reporting
 */
record Cost(
        int held,
        long heap,
        long resident,
        int threads,
        double connectSeconds,
        double connectCpu,
        long reports,
        double reportCpu) {
    static final String HEADER = "sessions  heap each  resident  threads  all online  CPU/connect  reports  CPU/report";

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%8d  %7d B  %5d MB  %7d  %8.1f s  %8.2f ms  %7d  %7.0f us",
                held,
                heap,
                resident / 1024 / 1024,
                threads,
                connectSeconds,
                connectCpu * 1000 / held,
                reports,
                reportCpu * 1e6 / Math.max(1, reports));
    }
}
