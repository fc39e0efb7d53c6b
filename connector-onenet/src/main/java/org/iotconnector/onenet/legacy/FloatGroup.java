package org.iotconnector.onenet.legacy;

import java.util.List;
import org.iotconnector.core.MappingException;

/**
 * Values of one numbered stream. The text of the protocol calls their count a number of streams; the vendor's own client
 * writes one stream and two values with a count of 2, and that is what is done here.
 *
 * @param stream 1 to 65535
 * @param values 1 to 500 finite numbers
 */
public record FloatGroup(int stream, List<Float> values) {
    /** How many values a group holds at most. */
    public static final int MAX_VALUES = 500;

    private static final int MAX_STREAM = 65_535;

    public FloatGroup {
        if (stream < 1 || stream > MAX_STREAM) {
            throw new MappingException("", "Stream number " + stream + " is outside 1 to " + MAX_STREAM + ".");
        }
        values = PacketRules.atMost(MAX_VALUES, "value", PacketRules.atLeastOne("value", values));
        for (Float value : values) {
            if (!Float.isFinite(value)) {
                throw new MappingException("", value + " of stream " + stream + " is no number; leave it out.");
            }
        }
    }
}
