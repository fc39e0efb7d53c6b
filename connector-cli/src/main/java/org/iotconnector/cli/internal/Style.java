package org.iotconnector.cli.internal;

import org.iotconnector.cli.Terminal;

/**
 * Colours and symbols, as far as the terminal shows them.
 *
 * @param colour whether to colour
 * @param unicode whether to use characters beyond ASCII
 */
public record Style(boolean colour, boolean unicode) {
    /** Colours of the ANSI terminals' eight. */
    public enum Colour {
        GREEN(32),
        RED(31),
        YELLOW(33),
        CYAN(36),
        GREY(90);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }

    /** What {@code terminal} can show. */
    public static Style of(Terminal terminal) {
        return new Style(terminal.colour(), terminal.unicode());
    }

    /** {@code text} in a colour. */
    public String paint(Colour as, String text) {
        return colour ? "\u001b[" + as.code + "m" + text + "\u001b[0m" : text;
    }

    /** Leads from one step to the next. */
    public String arrow() {
        return unicode ? "→" : "->";
    }
}
