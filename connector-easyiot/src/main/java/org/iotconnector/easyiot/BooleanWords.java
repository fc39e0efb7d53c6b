package org.iotconnector.easyiot;

/** How a boolean is written as text. All of them are understood when they come. */
public enum BooleanWords {
    /** {@code on} and {@code off}, as the vendor's samples for lamps do. */
    ON_OFF("on", "off"),
    /** {@code true} and {@code false}. */
    TRUE_FALSE("true", "false"),
    /** {@code 1} and {@code 0}, which charts can draw. */
    DIGITS("1", "0");

    private final String yes;
    private final String no;

    BooleanWords(String yes, String no) {
        this.yes = yes;
        this.no = no;
    }

    /** The word for {@code value}. */
    public String of(boolean value) {
        return value ? yes : no;
    }
}
