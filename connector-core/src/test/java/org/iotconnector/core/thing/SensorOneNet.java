package org.iotconnector.core.thing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A OneNET thing model with every data type, as exports and the samples of the documentation write them. */
final class SensorOneNet {
    private SensorOneNet() {}

    static String text() {
        try (InputStream in = Objects.requireNonNull(SensorOneNet.class.getResourceAsStream("sensor-onenet.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ThingModel model() {
        return ThingModelFormat.ONENET.parse(text());
    }
}
