package org.iotconnector.cli.secrecy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.iotconnector.cli.Cli;
import org.iotconnector.cli.Shell;
import tools.jackson.databind.json.JsonMapper;

/** A program that makes many calls of {@code iotc} in one process, so that they need not start one each. */
final class CliHost {
    private static final int AT_A_TIME = 8;
    private static final int LIMIT_MINUTES = 5;

    private CliHost() {}

    /** Reads calls from the first file; writes for each its output beside it, and its exit code to {@code calls.codes}. */
    public static void main(String[] files) throws Exception {
        Path file = Path.of(files[0]);
        List<Call> calls = List.of(JsonMapper.shared().readValue(Files.readString(file), Call[].class));
        Map<String, List<Call>> turns =
                calls.stream().collect(Collectors.groupingBy(Call::turn, LinkedHashMap::new, Collectors.toList()));
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        turns.values().forEach(turn -> threads.execute(() -> turn.forEach(call -> make(call, file))));
        threads.shutdown();
        if (!threads.awaitTermination(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            System.exit(1);
        }
        System.exit(0);
    }

    private static void make(Call call, Path file) {
        try (PrintWriter out = writer(file, call.name() + ".stdout");
                PrintWriter err = writer(file, call.name() + ".stderr");
                PrintWriter code = writer(file, call.name() + ".code")) {
            code.print(Cli.run(call.arguments(), Shell.of(out, err, call.variables())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintWriter writer(Path file, String name) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file.resolveSibling(name), StandardCharsets.UTF_8), true);
    }
}
