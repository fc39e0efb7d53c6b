package org.iotconnector.simulator.internal.console;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.iotconnector.fuzz.Check;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.RemoteControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The API by which tests, scripts and the page command a simulator. */
class ControlApiFuzzTest {
    private static final byte[] CLEAR = "{\"clear\":true}".getBytes(StandardCharsets.UTF_8);

    private static @Nullable Simulator simulator;
    private static @Nullable ControlApi api;

    @BeforeAll
    static void start() {
        Simulator started = Simulator.builder().demoAll().start();
        simulator = started;
        api = new ControlApi(
                started.platforms().stream().map(RemoteControl.class::cast).toList());
    }

    @AfterAll
    static void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    /** Platform, operation and body, a blank between each. */
    @FuzzTest
    void requests(byte[] input) {
        int first = blank(input, 0);
        int second = blank(input, first + 1);
        ControlApi called = api;
        if (second < input.length && called != null) {
            String platform = Check.text(Arrays.copyOf(input, first));
            String operation = Check.text(Arrays.copyOfRange(input, first + 1, second));
            byte[] body = Arrays.copyOfRange(input, second + 1, input.length);
            Check.read(() -> called.post(platform, operation, body), HttpFailure.class)
                    .ifPresent(Json::write);
            // A fault that is armed for ever would keep the board growing.
            if (operation.equals("faults")) {
                Check.read(() -> called.post(platform, operation, CLEAR.clone()), HttpFailure.class);
            }
        }
    }

    private static int blank(byte[] input, int from) {
        int i = from;
        while (i < input.length && input[i] != ' ') {
            i++;
        }
        return i;
    }
}
