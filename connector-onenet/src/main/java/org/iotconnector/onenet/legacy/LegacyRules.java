package org.iotconnector.onenet.legacy;

import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;

/** The rules that need more than one setting or a look into a file. Each is a {@code SettingsCheck} of its own. */
final class LegacyRules {
    private LegacyRules() {}

    /** Each rule on its own, since one that meets a broken setting ends. */
    static Settings.Builder addTo(Settings.Builder settings) {
        return settings.check(LegacyRules::password)
                .check(LegacyRules::thingModel)
                .check(SessionSettings::check);
    }

    /** Those that look into no file. */
    static void betweenSettings(Settings settings, ProblemCollector problems) {
        SessionSettings.check(settings, problems);
        password(settings, problems);
    }

    static void password(Settings settings, ProblemCollector problems) {
        boolean authInfo = settings.find(LegacySettings.AUTH_INFO).isPresent();
        boolean apiKey = settings.find(LegacySettings.API_KEY).isPresent();
        if (authInfo == apiKey) {
            problems.add(
                    LegacySettings.AUTH_INFO,
                    authInfo
                            ? "cannot be used together with apiKey: either is the whole password; drop one."
                            : "is missing; give the device's authInfo, or an apiKey in its place.");
        }
    }

    static Optional<ThingModel> thingModel(Settings settings, ProblemCollector problems) {
        try {
            return settings.find(SessionSettings.THING_MODEL).map(ThingModel::readTsl);
        } catch (MappingException wrong) {
            problems.add(SessionSettings.THING_MODEL, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
