package org.iotconnector.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The program {@code iotc}. */
public final class Main {
    private static final long SECONDS_TO_END = 45;

    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        if (arguments.contains("--verbose")) {
            // Before the first logger is made, which reads it once.
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
            System.setProperty("org.slf4j.simpleLogger.log.org.iotconnector.core.session", "debug");
        }
        Interruption interruption = new Interruption();
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endInGoodOrder(interruption, ended), "iotc-shutdown"));
        int code = Cli.run(arguments, shell(System.getenv(), interruption));
        ended.complete(code);
        System.exit(code);
    }

    private static Shell shell(Map<String, String> variables, Interruption interruption) {
        SystemTerminal terminal = new SystemTerminal(variables);
        Charset charset = terminal.present() ? nativeCharset() : StandardCharsets.UTF_8;
        return new Shell(
                writer(System.out, charset),
                writer(System.err, charset),
                variables,
                terminal,
                interruption,
                Clock.system(ZoneId.systemDefault()));
    }

    /** Ctrl-C would end the process with 130; a command that waits for it has a result of its own to give. */
    private static void endInGoodOrder(Interruption interruption, CompletableFuture<Integer> ended) {
        if (ended.isDone() || !interruption.isAwaited()) {
            return;
        }
        interruption.request();
        try {
            Runtime.getRuntime().halt(ended.get(SECONDS_TO_END, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("iotc: the command did not end within " + SECONDS_TO_END + " s.");
        }
    }

    private static Charset nativeCharset() {
        String name = System.getProperty("native.encoding", "UTF-8");
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    private static PrintWriter writer(OutputStream stream, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }
}
