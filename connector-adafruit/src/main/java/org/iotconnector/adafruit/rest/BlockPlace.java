package org.iotconnector.adafruit.rest;

import java.util.Optional;
import java.util.OptionalLong;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * Where a block is on a dashboard, in cells of its grid.
 *
 * @param blockId the block's id
 * @param x the column of its left side, 0 or more
 * @param y the row of its upper side, 0 or more
 * @param width 2 or more
 * @param height 2 or more
 */
public record BlockPlace(String blockId, int x, int y, int width, int height) {
    private static final int SMALLEST = 2;

    /**
     * Checks them.
     *
     * @throws IllegalArgumentException naming what is out of its range
     */
    public BlockPlace {
        if (x < 0 || y < 0 || width < SMALLEST || height < SMALLEST) {
            throw new IllegalArgumentException("A block is at 0,0 or beyond and 2 by 2 cells or larger; block "
                    + blockId + " would be " + width + " by " + height + " at " + x + "," + y + ".");
        }
    }

    static Optional<BlockPlace> find(Values values) {
        try {
            return Optional.of(new BlockPlace(
                    Fields.plainText(values, "i"),
                    number(values, "x"),
                    number(values, "y"),
                    number(values, "w"),
                    number(values, "h")));
        } catch (IllegalArgumentException | ArithmeticException notAPlace) {
            return Optional.empty();
        }
    }

    private static int number(Values values, String name) {
        OptionalLong number = Fields.whole(values, name);
        return Math.toIntExact(number.orElse(0));
    }

    Values values() {
        return Values.of("i", blockId, "x", x, "y", y, "w", width, "h", height);
    }
}
