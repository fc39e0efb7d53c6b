package org.iotconnector.tck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session trace, as {@code traceDirectory} writes it: read back, and turned into a script that makes the scripted network
 * misbehave as the real one did. Immutable.
 */
public final class SessionTraceText {
    private static final Pattern LINE = Pattern.compile("\\s*(\\d+)\\.(\\d{3}) ([<>!*@]) (.+)");

    private final List<String> settings;
    private final List<Entry> entries;

    /** One line: when in milliseconds, which direction, and its words. */
    record Entry(long millis, char direction, List<String> words) {
        /** Whether the line begins with this direction and these words. */
        boolean is(char way, String... start) {
            return direction == way
                    && words.size() >= start.length
                    && words.subList(0, start.length).equals(List.of(start));
        }

        String word(int index) {
            return words.get(index);
        }

        /** The words that follow {@code name}; empty when it is not there. */
        List<String> after(String name, int count) {
            int at = words.indexOf(name);
            return at < 0 ? List.of() : words.subList(at + 1, at + 1 + count);
        }
    }

    private SessionTraceText(List<String> settings, List<Entry> entries) {
        this.settings = List.copyOf(settings);
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads a trace. What stands before its first attempt to connect, as in a file that continues a full one, is left out.
     *
     * @throws ScriptSyntaxException when a line is none of a trace, or when there is no CONNECT
     */
    public static SessionTraceText parse(String text) {
        List<String> settings = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("with ")) {
                settings.add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                Entry entry = read(number, line);
                // A session that must wait for its turn is connecting before its CONNECT leaves.
                if (!entries.isEmpty()
                        || entry.is('>', "CONNECT")
                        || (entry.direction() == '*' && entry.word(0).startsWith("CONNECTING"))) {
                    entries.add(entry);
                }
            }
        }
        if (entries.stream().noneMatch(entry -> entry.is('>', "CONNECT"))) {
            throw new ScriptSyntaxException(number, "there is no CONNECT in this trace.");
        }
        return new SessionTraceText(settings, entries);
    }

    private static Entry read(int number, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new ScriptSyntaxException(number, "this is no line of a session trace: " + line);
        }
        long millis = Long.parseLong(matcher.group(1)) * 1_000 + Long.parseLong(matcher.group(2));
        List<Tokens.Statement> statements = Tokens.statements(matcher.group(4));
        return new Entry(
                millis,
                matcher.group(3).charAt(0),
                statements.isEmpty() ? List.of() : statements.get(0).words());
    }

    List<String> settings() {
        return settings;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The states that the session went through, as {@link ScriptResult#stateNames()} names them. */
    public List<String> stateNames() {
        return entries.stream()
                .filter(entry -> entry.direction() == '*')
                .map(entry -> entry.word(0))
                .toList();
    }

    /** The script that repeats it. */
    public FaultScript script() {
        return new TraceConversion(this).convert();
    }
}
