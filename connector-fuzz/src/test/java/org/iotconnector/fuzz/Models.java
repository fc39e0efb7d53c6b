package org.iotconnector.fuzz;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.iotconnector.core.thing.ThingModel;

/** The thing model of the devices that messages are sent to. */
public final class Models {
    private Models() {}

    /** A lamp with properties of every type, an event and a service. */
    public static ThingModel lamp() {
        return ThingModel.readTsl(lampFile());
    }

    static Path lampFile() {
        URL model = Objects.requireNonNull(Models.class.getResource("lamp-tsl.json"), "lamp-tsl.json");
        try {
            return Path.of(model.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
