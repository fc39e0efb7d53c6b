package org.iotconnector.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.iotconnector.core.ConnectorException;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.NearestName;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingProblem;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Providers;
import org.iotconnector.simulator.SimulatorConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user what went wrong: one message, no stack trace unless asked for. */
public final class Failures {
    private final PrintWriter err;
    private final boolean verbose;

    /** @param verbose whether stack traces are wanted */
    public Failures(PrintWriter err, boolean verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    /** Tells about {@code failure} of a command and gives the exit code for it. */
    int tell(Exception failure, Providers providers) {
        Throwable reason = unwrap(failure);
        int code = tellReason(reason, providers);
        if (reason instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (verbose) {
            failure.printStackTrace(err);
        }
        return code;
    }

    private int tellReason(Throwable reason, Providers providers) {
        if (reason instanceof InvalidConfigurationException invalid) {
            tellProblems(invalid.problems(), providers);
            return ExitCodes.USAGE;
        }
        if (reason instanceof CommandFailure known) {
            print(String.valueOf(known.getMessage()));
            return known.exitCode();
        }
        if (reason instanceof ConnectorException
                || reason instanceof SimulatorConfigurationException
                || reason instanceof UnsupportedOperationException) {
            print(String.valueOf(reason.getMessage()));
        } else if (reason instanceof IOException || reason instanceof UncheckedIOException) {
            print("Reading or writing failed: " + reason.getMessage());
        } else if (reason instanceof InterruptedException) {
            print("Interrupted.");
        } else {
            print("This is a bug in iotc: " + reason
                    + (verbose ? "" : ". Call it again with --verbose for the trace."));
        }
        return ExitCodes.FAILED;
    }

    private void tellProblems(List<SettingProblem> problems, Providers providers) {
        if (problems.size() == 1) {
            print(phrase(problems.get(0), providers));
            return;
        }
        print(problems.size() + " settings are wrong:");
        problems.forEach(problem -> err.println("  - " + phrase(problem, providers)));
    }

    /** A setting has two names for somebody at a command line, and either may be the one they used. */
    private static String phrase(SettingProblem problem, Providers providers) {
        return providers.all().stream()
                .map(Provider::settings)
                .flatMap(List::stream)
                .flatMap(setting -> withCompanions(setting).stream())
                .filter(setting -> setting.key().equals(problem.key()))
                .findFirst()
                .map(setting -> setting.key() + " (" + setting.optionName() + "): " + problem.message())
                .orElseGet(problem::toString);
    }

    private static List<Setting<?>> withCompanions(Setting<?> setting) {
        List<Setting<?>> all = new ArrayList<>(setting.companions());
        all.add(0, setting);
        return all;
    }

    /** Tells that the program itself is put together wrongly, and gives the exit code for it. */
    public int tell(Throwable brokenSetUp) {
        print(String.valueOf(brokenSetUp.getMessage()));
        if (verbose) {
            brokenSetUp.printStackTrace(err);
        }
        return ExitCodes.FAILED;
    }

    /** Tells about arguments that do not fit the command. */
    int tellUsage(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String message = failure instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().isEmpty()
                ? unknown(command, unmatched.getUnmatched().get(0))
                : String.valueOf(failure.getMessage());
        print(message);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.USAGE;
    }

    private static String unknown(CommandLine command, String argument) {
        String name = argument.replaceFirst("=.*", "");
        if (name.startsWith("-")) {
            return "There is no option " + name + " here."
                    + suggestion(name, command.getCommandSpec().optionsMap().keySet());
        }
        if (command.getSubcommands().isEmpty()) {
            return "The argument \"" + argument + "\" is one too many.";
        }
        return "There is no command \"" + name + "\"."
                + suggestion(name, command.getSubcommands().keySet());
    }

    private static String suggestion(String name, Iterable<String> known) {
        List<String> names = new ArrayList<>();
        known.forEach(names::add);
        return NearestName.of(name, names)
                .map(nearest -> " Did you mean " + nearest + "?")
                .orElse("");
    }

    private void print(String message) {
        err.println("iotc: " + message);
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wraps = failure instanceof ExecutionException || failure instanceof CompletionException;
        return wraps && cause != null ? unwrap(cause) : failure;
    }
}
