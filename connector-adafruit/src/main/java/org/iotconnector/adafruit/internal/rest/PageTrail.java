package org.iotconnector.adafruit.internal.rest;

import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;

/**
 * Notices when pages come round again, whatever the number of pages, by remembering one of them (Brent's algorithm).
 * Immutable.
 *
 * @param remembered where one earlier page began
 * @param steps how many pages ago that was
 * @param lap after how many pages another one is remembered
 */
public record PageTrail(String remembered, int steps, int lap) {
    /** Before the first page. */
    public static PageTrail start(String position) {
        return new PageTrail(position, 0, 1);
    }

    /**
     * The trail with one page more.
     *
     * @throws HttpException if it leads back to where it was
     */
    public PageTrail then(String position) {
        if (position.equals(remembered)) {
            throw new HttpException(
                    Reason.BAD_ANSWER,
                    "The platform's pages go round in a circle: the next one begins where an earlier one began. Take a"
                            + " smaller range of time.",
                    null);
        }
        return steps + 1 == lap ? new PageTrail(position, 0, 2 * lap) : new PageTrail(remembered, steps + 1, lap);
    }
}
