package org.iotconnector.core.thing;

import java.util.Objects;

/**
 * One bit of a bit map.
 *
 * @param number which bit; 0 is the least significant
 * @param label0 what it means when it is 0; may be empty
 * @param label1 what it means when it is 1; may be empty
 */
public record BitSpec(int number, String label0, String label1) {
    public BitSpec {
        Objects.requireNonNull(label0, "label0");
        Objects.requireNonNull(label1, "label1");
    }
}
