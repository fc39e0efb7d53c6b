package org.iotconnector.cli.internal.settings;

import java.util.StringJoiner;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Values;

/** Values as people read them. */
public final class Texts {
    private Texts() {}

    /** {@code LightSwitch=true CurrentLedADC=512}; texts in quotes. */
    public static String of(Values values) {
        StringJoiner joined = new StringJoiner(" ");
        values.forEach((name, value) -> joined.add(name + "=" + Json.toText(value)));
        return joined.toString();
    }
}
