package org.iotconnector.cli.secrecy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.iotconnector.core.spi.Providers;

/** The calls that are made in one process: every command with right secrets and wrong ones, and every way to mistype them. */
final class Calls {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int ANY = -1;

    private final Path folder;
    private final UnaryOperator<String> endpoints;
    private final List<Call> calls = new ArrayList<>();

    private Calls(Path folder, UnaryOperator<String> endpoints) {
        this.folder = folder;
        this.endpoints = endpoints;
    }

    /** @param endpoints where the servers are, by their names */
    static List<Call> of(Path folder, UnaryOperator<String> endpoints) {
        Calls calls = new Calls(folder, endpoints);
        Accounts.ALL.forEach(calls::rightSecret);
        Accounts.ALL.forEach(calls::wrongSecret);
        // What is read before a platform is asked is the same code for all of them; these have secrets of three kinds.
        List.of(Accounts.ALIYUN, Accounts.ONENET, Accounts.MQTT).forEach(account -> {
            calls.mistypedOptions(account);
            calls.mistypedFiles(account);
        });
        calls.local();
        return calls.calls;
    }

    private void rightSecret(Account account) {
        String endpoint = endpoints.apply(account.server());
        String file = account.complete(folder, endpoint).toString();
        String history = folder.resolve(account.platform() + ".db").toString();
        for (String format : List.of("text", "json", "env")) {
            add(account, "credentials-" + format, DONE, "credentials", file, "--format", format);
        }
        for (String format : List.of("mosquitto", "micropython", "arduino")) {
            add(account, "credentials-" + format, ANY, "credentials", account.platform(), file, "--format", format);
        }
        add(account, "credentials-json-flag", DONE, "credentials", account.platform(), file, "--json");
        add(account, "report", DONE, "report", file, account.value(), "--timeout", "60s");
        add(account, "report-json", DONE, "report", file, account.value(), "--json", "--timeout", "60s");
        // It may be too short to get online on a busy machine, which is told as a failure.
        add(account, "watch", ANY, "watch", file, "--for", "1500ms");
        add(account, "record", DONE, "history", "record", file, history, "--for", "500ms");
        add(account, "list", DONE, "history", "list", history);
        add(account, "export", DONE, "history", "export", history, "--output", "json");
        add(account, "plot", ANY, "history", "plot", history);
    }

    private void wrongSecret(Account account) {
        String file =
                account.complete(folder, endpoints.apply(account.server())).toString();
        String option = account.option() + "-env";
        Map<String, String> other = Map.of("OTHER", account.wrongSecret());
        add(account, "refused-report", other, FAILED, "report", file, account.value(), option, "OTHER");
        add(account, "refused-watch", other, FAILED, "watch", file, option, "OTHER", "--for", "10s");
        String history = folder.resolve("refused.db").toString();
        add(account, "refused-record", other, FAILED, "history", "record", file, history, option, "OTHER");
        add(account, "variable", Map.of(account.variable(), account.wrongSecret()), DONE, "credentials", file);
        // Nobody's port: what cannot be reached is told with the address, not with the login.
        add(
                account,
                "unreachable",
                FAILED,
                "report",
                file,
                account.value(),
                "--timeout",
                "300ms",
                "--endpoint",
                "mqtt://127.0.0.1:1");
    }

    private void mistypedOptions(Account account) {
        String file = account.bare(folder, endpoints.apply(account.server())).toString();
        String secret = account.secret();
        String option = account.option();
        for (String command : List.of("report", "credentials")) {
            String name = "typo-" + command;
            add(account, name + "-option", USAGE, command, file, option + "s", secret);
            add(account, name + "-joined", USAGE, command, file, option + "s=" + secret);
            add(account, name + "-twice", USAGE, command, file, option, secret, option, secret);
            add(account, name + "-and-other", USAGE, command, file, option, secret, "--no-such-thing", secret);
            add(account, name + "-format", USAGE, command, file, option, secret, "--timeout", "soon", "--format", "x");
        }
        add(account, "typo-unknown-platform", USAGE, "credentials", "nowhere", option, secret);
        add(account, "typo-missing-file", USAGE, "credentials", file + ".none", option, secret);
        add(account, "typo-endpoint", USAGE, "credentials", file, "--endpoint", "mqtt://me:" + secret + "@127.0.0.1");
    }

    private void mistypedFiles(Account account) {
        Map<String, String> variables = Map.of("THE_SECRET", account.secret());
        int number = 0;
        for (String ending : Mistakes.endings(account)) {
            String name = "mistake-" + number++;
            String lines = account.lines("mqtt://127.0.0.1:1");
            String others = ending.startsWith("endpoint") ? lines.replaceFirst("endpoint: .*\n", "") : lines;
            Path file =
                    Account.write(folder.resolve(account.platform() + "-" + name + ".yaml"), others + ending + "\n");
            List<String> arguments = List.of("credentials", file.toString(), "--verbose");
            calls.add(new Call(account.platform() + "-" + name, "mistakes", arguments, variables, Mistakes.EXIT_CODE));
        }
    }

    private void local() {
        add("completion", DONE, "completion");
        add("version", DONE, "--version");
        for (List<String> command : CommandTree.paths()) {
            List<String> arguments = new ArrayList<>(command);
            arguments.add("--help");
            add("help-" + String.join("-", command), DONE, arguments.toArray(String[]::new));
        }
        for (String platform : Providers.load().ids()) {
            add("demo-" + platform, ANY, "demo", platform, "--for", "1500ms");
        }
        add("demo-json", ANY, "demo", "--for", "1500ms", "--json");
        int number = 0;
        for (String text : Mistakes.simulatorFiles()) {
            Path file = Account.write(folder.resolve("simulator-" + number + ".yaml"), text);
            add("simulate-mistake-" + number++, FAILED, "simulate", file.toString(), "--for", "100ms");
        }
    }

    private void add(String name, int exitCode, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--verbose");
        calls.add(new Call(name, name, all, Map.of(), exitCode));
    }

    private void add(Account account, String name, int exitCode, String... arguments) {
        add(account, name, Map.of(), exitCode, arguments);
    }

    private void add(Account account, String name, Map<String, String> variables, int exitCode, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--verbose");
        calls.add(new Call(account.platform() + "-" + name, account.platform(), all, variables, exitCode));
    }
}
