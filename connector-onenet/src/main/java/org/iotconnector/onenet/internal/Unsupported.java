package org.iotconnector.onenet.internal;

import java.util.function.Function;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Uplink;

/** What a codec does with a kind of message that its data protocol lacks. */
final class Unsupported {
    private Unsupported() {}

    /** Refuses whatever message it is given, for this reason. */
    static Function<Uplink, Outgoing> because(String why) {
        return message -> {
            throw new UnsupportedOperationException(why);
        };
    }
}
