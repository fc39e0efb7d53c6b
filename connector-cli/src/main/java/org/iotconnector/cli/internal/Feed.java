package org.iotconnector.cli.internal;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.iotconnector.cli.Shell;

/** What happens, as it happens: one line each, for people or as JSON for programs. Thread-safe. */
public final class Feed {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final int NAME_WIDTH = 9;

    private final PrintWriter out;
    private final Clock clock;
    private final Style style;
    private final boolean json;

    /** @param json whether each line is a JSON object */
    public Feed(Shell shell, boolean json) {
        this.out = shell.out();
        this.clock = shell.clock();
        this.style = Style.of(shell.terminal());
        this.json = json;
    }

    /** Colours and symbols for the text of an event. */
    public Style style() {
        return style;
    }

    /** Whether lines are JSON, so that nothing else may be printed. */
    public boolean isJson() {
        return json;
    }

    /**
     * Something happened.
     *
     * @param name the kind, one word
     * @param text for people
     * @param fields for programs
     */
    public void event(String name, Style.Colour colour, String text, Map<String, ?> fields) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("time", now.toInstant().toString());
            object.put("event", name);
            // Sorted, so that lines of one kind look alike.
            object.putAll(new TreeMap<>(fields));
            println(JsonText.line(object));
        } else {
            String padded = name + " ".repeat(Math.max(1, NAME_WIDTH - name.length()));
            println(style.paint(Style.Colour.GREY, TIME.format(now)) + "  " + style.paint(colour, padded) + " " + text);
        }
    }

    /** A line for people only. */
    public void text(String line) {
        if (!json) {
            println(line);
        }
    }

    private synchronized void println(String line) {
        out.println(line);
        out.flush();
    }
}
