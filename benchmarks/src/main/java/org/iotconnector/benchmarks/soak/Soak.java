package org.iotconnector.benchmarks.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.iotconnector.core.session.MqttVersion;

/**
 * Runs random cuts and kills and prints what became of the messages. Arguments, all optional: the number of faults (1000),
 * the seed (random), the most minutes for each protocol version (30). Exits with 1 when an acknowledged message was lost or
 * one with QoS 2 doubled.
 */
public final class Soak {
    private Soak() {}

    /** Runs it; see above. */
    public static void main(String[] arguments) {
        int faults = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : new Random().nextInt(1_000_000);
        Duration limit = Duration.ofMinutes(arguments.length > 2 ? Long.parseLong(arguments[2]) : 30);
        List<String> table = new ArrayList<>(List.of(
                "| MQTT | QoS | sent | acknowledged | received | lost | doubled |", "|---|---|---|---|---|---|---|"));
        System.out.println("seed " + seed);
        boolean kept = true;
        for (MqttVersion version : MqttVersion.values()) {
            try (SoakRun run = new SoakRun(seed, version)) {
                run.run(
                        faults / MqttVersion.values().length,
                        limit,
                        fault -> System.out.println(version + " " + fault));
                System.out.println(version + " " + new TreeMap<>(run.faults()));
                for (var line : run.lines().entrySet()) {
                    table.add(row(version, line.getKey().level(), line.getValue()));
                    boolean exact = line.getKey().level() < 2 || line.getValue().doubled() == 0;
                    kept &= exact && line.getValue().lost() == 0;
                }
            }
        }
        table.forEach(System.out::println);
        System.exit(kept ? 0 : 1);
    }

    private static String row(MqttVersion version, int qos, Tally.Line line) {
        return "| " + (version == MqttVersion.V5 ? "5" : "3.1.1") + " | " + qos + " | " + line.sent() + " | "
                + line.acknowledged() + " | " + line.received() + " | " + line.lost() + " | " + line.doubled() + " |";
    }
}
