package org.iotconnector.easyiot.internal;

import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;

/** Reads the thing model that the settings name. */
public final class ModelFile {
    private ModelFile() {}

    /** Empty if there is none, and if it cannot be read, which is then a problem. */
    public static Optional<ThingModel> read(Settings settings, ProblemCollector problems) {
        try {
            return settings.find(SessionSettings.THING_MODEL).map(ThingModel::read);
        } catch (MappingException wrong) {
            problems.add(SessionSettings.THING_MODEL, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
