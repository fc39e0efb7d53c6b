package org.iotconnector.cli;

import java.io.Console;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.settings.Secret;
import org.jspecify.annotations.Nullable;

/** The terminal this process runs in, if any. */
@SuppressWarnings("SystemConsoleNull") // The field is null unless this is a terminal, on every JDK.
final class SystemTerminal implements Terminal {
    private final @Nullable Console console = console();
    private final Map<String, String> variables;

    SystemTerminal(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Also off when NO_COLOR (no-color.org) is set or the terminal says it is dumb. */
    @Override
    public boolean colour() {
        return console != null
                && variables.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(variables.get("TERM"));
    }

    @Override
    public boolean unicode() {
        return "UTF-8".equalsIgnoreCase(System.getProperty("native.encoding", ""));
    }

    @Override
    public Optional<Secret> askSecret(String prompt) {
        if (console == null) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(Secret.of(String.valueOf(typed)));
    }

    /** Whether output should be in the terminal's own encoding; a file or pipe gets UTF-8. */
    boolean present() {
        return console != null;
    }

    /** From JDK 22 on there is a console always, and a method that tells whether it is a terminal. */
    private static @Nullable Console console() {
        Console found = System.console();
        if (found == null) {
            return null;
        }
        try {
            boolean terminal = (boolean) Console.class.getMethod("isTerminal").invoke(found);
            return terminal ? found : null;
        } catch (ReflectiveOperationException olderJdk) {
            return found;
        }
    }
}
