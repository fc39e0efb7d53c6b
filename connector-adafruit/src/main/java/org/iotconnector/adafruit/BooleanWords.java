package org.iotconnector.adafruit;

/** How true and false are written in a feed, which keeps nothing but text. */
public enum BooleanWords {
    /** {@code 1} and {@code 0}, as the official Arduino client. */
    DIGITS("1", "0"),
    /** {@code ON} and {@code OFF}, as the toggles of a dashboard unless told otherwise. */
    DASHBOARD("ON", "OFF");

    private final String yes;
    private final String no;

    BooleanWords(String yes, String no) {
        this.yes = yes;
        this.no = no;
    }

    public String write(boolean value) {
        return value ? yes : no;
    }

    /**
     * Whether the text means true. With digits, as the official Arduino client: {@code 1}, and whatever begins with t or
     * T. With a dashboard's words: {@code ON} in any case. Everything else is false.
     */
    public boolean read(String text) {
        return switch (this) {
            case DIGITS -> text.equals("1") || text.startsWith("t") || text.startsWith("T");
            case DASHBOARD -> text.equalsIgnoreCase(yes);
        };
    }
}
