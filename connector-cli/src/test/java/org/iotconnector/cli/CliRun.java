package org.iotconnector.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.settings.Secret;

/** One call of the command line in this process, with all that it printed. */
final class CliRun {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Interruption interruption = new Interruption();
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> prompts = new ArrayList<>();
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private Optional<Secret> typed = Optional.empty();
    private int code = -1;

    static CliRun of(String... arguments) {
        return new CliRun().run(arguments);
    }

    CliRun variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    CliRun typing(String secret) {
        typed = Optional.of(Secret.of(secret));
        return this;
    }

    CliRun liveClock() {
        clock = Clock.systemUTC();
        return this;
    }

    CliRun run(String... arguments) {
        Terminal terminal = new Terminal() {
            @Override
            public boolean colour() {
                return false;
            }

            @Override
            public boolean unicode() {
                return false;
            }

            @Override
            public Optional<Secret> askSecret(String prompt) {
                prompts.add(prompt);
                return typed;
            }
        };
        Shell shell = new Shell(
                new PrintWriter(out, true), new PrintWriter(err, true), variables, terminal, interruption, clock);
        code = Cli.run(Arrays.asList(arguments), shell);
        return this;
    }

    /** Runs on a thread of its own, for commands that end when they are interrupted. */
    CompletableFuture<CliRun> start(String... arguments) {
        return CompletableFuture.supplyAsync(() -> run(arguments), runnable -> new Thread(runnable, "cli").start());
    }

    void interrupt() {
        interruption.request();
    }

    int code() {
        return code;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    List<String> prompts() {
        return prompts;
    }
}
