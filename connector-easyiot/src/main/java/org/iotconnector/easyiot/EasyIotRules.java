package org.iotconnector.easyiot;

import java.util.Optional;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.easyiot.internal.ModelFile;
import org.iotconnector.easyiot.internal.TopicRules;

/** The rules that need more than one setting or a look into a file. Each is a {@code SettingsCheck} of its own. */
final class EasyIotRules {
    private EasyIotRules() {}

    /** Each rule on its own, since one that meets a broken setting ends. */
    static Settings.Builder addTo(Settings.Builder settings) {
        return settings.check(EasyIotRules::topics)
                .check(EasyIotRules::thingModel)
                .check(SessionSettings::check);
    }

    /** Those that look into no file. */
    static void betweenSettings(Settings settings, ProblemCollector problems) {
        SessionSettings.check(settings, problems);
        topics(settings, problems);
    }

    static void topics(Settings settings, ProblemCollector problems) {
        TopicRules.check(settings.get(EasyIotSettings.TOPICS), settings, problems);
    }

    static Optional<ThingModel> thingModel(Settings settings, ProblemCollector problems) {
        return ModelFile.read(settings, problems);
    }
}
