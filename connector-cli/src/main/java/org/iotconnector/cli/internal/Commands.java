package org.iotconnector.cli.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.iotconnector.core.settings.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Words for declaring commands, so that all of them read alike. */
public final class Commands {
    public static final String FOR = "--for";
    public static final String JSON = "--json";

    private Commands() {}

    /** A command with {@code --help}, a description, and examples at the end of its help. */
    public static CommandSpec spec(CliCommand command, String name, String description, List<String> examples) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        // Settings' descriptions may hold ${…}, which means their own thing.
        spec.interpolateVariables(false);
        spec.usageMessage()
                .description(escaped(description))
                .sortOptions(false)
                .descriptionHeading("%n")
                .optionListHeading("%nOptions:%n")
                .parameterListHeading("%nParameters:%n")
                .footerHeading(examples.isEmpty() ? "" : "%nExamples:%n")
                .footer(examples.stream()
                        .map(example -> "  " + escaped(example))
                        .toArray(String[]::new));
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
        return spec;
    }

    /** An option that is there or not. */
    public static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(escaped(description))
                .build();
    }

    /** An option with one value, as text. */
    public static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(escaped(description))
                .build();
    }

    /** A parameter that may be left out. */
    public static PositionalParamSpec optionalFile(String label, String description) {
        return file(label, description, "0..1");
    }

    /** A parameter that must be there. */
    public static PositionalParamSpec requiredFile(String label, String description) {
        return file(label, description, "1");
    }

    private static PositionalParamSpec file(String label, String description, String arity) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity(arity)
                .type(Path.class)
                .paramLabel(label)
                .description(escaped(description))
                .build();
    }

    /** How long a command runs; without it, until Ctrl-C. */
    public static OptionSpec runTime() {
        return option(FOR, "<time>", "Ends by itself after this time, such as 20s or 5m; without it, Ctrl-C ends it.");
    }

    /** Output for programs. */
    public static OptionSpec json(String what) {
        return flag(JSON, what);
    }

    /** The text given for an option, here or in front of a subcommand. */
    public static Optional<String> text(ParseResult arguments, String option) {
        return levels(arguments)
                .map(level -> level.<String>matchedOptionValue(option, null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether a flag was given, here or in front of a subcommand. */
    public static boolean isSet(ParseResult arguments, String option) {
        return levels(arguments).anyMatch(level -> level.hasMatchedOption(option));
    }

    /** The first parameter as a path, here or in front of a subcommand. */
    public static Optional<Path> file(ParseResult arguments) {
        return levels(arguments)
                .map(level -> level.<Path>matchedPositionalValue(0, null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The command, then those it is a part of. */
    private static Stream<ParseResult> levels(ParseResult arguments) {
        CommandLine innermost = arguments.commandSpec().commandLine();
        return Stream.iterate(innermost, Objects::nonNull, CommandLine::getParent)
                .map(CommandLine::getParseResult);
    }

    /** The time given for an option, in the form that settings have: {@code 500ms 30s 5m}. */
    public static Optional<Duration> duration(ParseResult arguments, String option) {
        return text(arguments, option).map(text -> duration(option, text));
    }

    private static Duration duration(String option, String text) {
        Setting<Duration> setting = Setting.duration(option.substring(2))
                .description(option)
                .range(Duration.ofMillis(100), Duration.ofDays(365))
                .build();
        return setting.parse(text);
    }

    /** Picocli reads help texts as format strings. */
    public static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
