package org.iotconnector.history;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import org.iotconnector.core.thing.Value;

/** A process that stores numbers as fast as it can and says each one that is stored, until it is killed. */
final class KilledRecorder {
    private KilledRecorder() {}

    /** Arguments: the file, and the first number. */
    public static void main(String... arguments) {
        PrintStream out = System.out;
        try (History history = History.open(Path.of(arguments[0]))) {
            for (long number = Long.parseLong(arguments[1]); ; number++) {
                history.add(new Sample("killed", "number", Instant.now(), Value.of(number)));
                out.println(number);
                out.flush();
            }
        }
    }
}
