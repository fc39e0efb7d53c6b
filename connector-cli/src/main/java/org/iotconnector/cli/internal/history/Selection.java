package org.iotconnector.cli.internal.history;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.history.HistoryQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that choose which samples of a history are meant. */
final class Selection {
    private static final String DEVICE = "--device";
    private static final String PROPERTY = "--property";
    private static final String FROM = "--from";
    private static final String TO = "--to";
    private static final String LIMIT = "--limit";

    private Selection() {}

    static void addTo(CommandSpec spec) {
        spec.addPositional(Commands.requiredFile("<history.db>", "File of the history."));
        spec.addOption(Commands.option(DEVICE, "<id>", "Only this device, by its id as list shows it."));
        spec.addOption(Commands.option(PROPERTY, "<name>", "Only this property."));
        spec.addOption(Commands.option(FROM, "<time>", "Not before, such as 2026-11-26T08:00:00Z."));
        spec.addOption(Commands.option(TO, "<time>", "Before this time."));
        spec.addOption(Commands.option(LIMIT, "<n>", "At most so many values, the newest."));
    }

    static HistoryQuery of(ParseResult arguments) {
        HistoryQuery.Builder query = HistoryQuery.builder()
                .device(Commands.text(arguments, DEVICE).orElse(null))
                .property(Commands.text(arguments, PROPERTY).orElse(null))
                .from(time(arguments, FROM))
                .to(time(arguments, TO));
        Commands.text(arguments, LIMIT)
                .ifPresent(text -> query.limit(number(text)).newestFirst());
        return query.build();
    }

    private static @Nullable Instant time(ParseResult arguments, String option) {
        String text = Commands.text(arguments, option).orElse(null);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw CommandFailure.usage(option + " is \"" + text + "\"; write a time as 2026-11-26T08:00:00Z.");
        }
    }

    private static long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as is a number too small.
        }
        throw CommandFailure.usage(LIMIT + " is \"" + text + "\"; write a whole number of 1 or more.");
    }
}
