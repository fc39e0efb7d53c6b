package org.iotconnector.core.internal.thing;

import tools.jackson.core.io.NumberOutput;

/**
 * Numbers as JSON shows them: the fewest digits that name the number, and always a fraction or an exponent. The JDK's
 * own text of a double may have digits too many before JDK 19 (JDK-4511638).
 */
public final class NumberText {
    private NumberText() {}

    public static String of(double number) {
        return NumberOutput.toString(number, true);
    }

    public static String of(float number) {
        return NumberOutput.toString(number, true);
    }

    /** The double that is written as {@code number} is: 0.1f gives 0.1 and not 0.10000000149011612. */
    public static double widen(float number) {
        return Double.parseDouble(of(number));
    }
}
