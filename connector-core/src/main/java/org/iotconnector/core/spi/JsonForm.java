package org.iotconnector.core.spi;

/**
 * How a platform wants booleans and dates written in JSON; it reaches into structs and arrays. Immutable.
 *
 * @param numericBooleans whether booleans are written as 0 and 1 instead of {@code false} and {@code true}
 * @param textDates whether dates are written as a text of milliseconds instead of a number of milliseconds
 */
public record JsonForm(boolean numericBooleans, boolean textDates) {

    /** {@code true} and {@code false}; a date as a number. */
    public static JsonForm plain() {
        return new JsonForm(false, false);
    }

    /** Booleans as 0 and 1. */
    public JsonForm withNumericBooleans() {
        return new JsonForm(true, textDates);
    }

    /** Dates as a text of milliseconds. */
    public JsonForm withTextDates() {
        return new JsonForm(numericBooleans, true);
    }
}
