package org.iotconnector.mqtt.homie;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.mqtt.homie.internal.HomieIds;
import org.iotconnector.mqtt.homie.internal.HomieLayout;
import org.iotconnector.mqtt.internal.BrokerRules;

/** The rules that need more than one setting or a look into a file. Each is a {@code SettingsCheck} of its own. */
final class HomieRules {
    private HomieRules() {}

    /**
     * Each rule on its own, since one that meets a broken setting ends.
     *
     * @param given the thing model that was given beside the settings
     */
    static Settings.Builder addTo(Settings.Builder settings, Supplier<Optional<ThingModel>> given) {
        return BrokerRules.addTo(settings)
                .check(HomieRules::deviceId)
                .check(HomieRules::domain)
                .check((checked, problems) -> layout(checked, given.get(), problems));
    }

    static void check(Settings settings, Optional<ThingModel> given, ProblemCollector problems) {
        BrokerRules.check(settings, problems);
        deviceId(settings, problems);
        domain(settings, problems);
        layout(settings, given, problems);
    }

    static void deviceId(Settings settings, ProblemCollector problems) {
        HomieIds.problem(settings.get(HomieSettings.DEVICE_ID), settings.get(HomieSettings.HOMIE_VERSION))
                .ifPresent(rule -> problems.add(HomieSettings.DEVICE_ID, rule + "."));
    }

    static void domain(Settings settings, ProblemCollector problems) {
        Setting<String> domain = HomieSettings.DOMAIN;
        if (settings.get(HomieSettings.HOMIE_VERSION) == HomieVersion.V3
                && !settings.get(domain).equals("homie")) {
            problems.add(domain, "must be homie: version 3 of the convention has no other.");
        }
    }

    /** The thing model as nodes and properties; empty if there is none, or it is wrong. */
    static Optional<HomieLayout> layout(Settings settings, Optional<ThingModel> given, ProblemCollector problems) {
        Optional<ThingModel> model = given.or(() -> thingModel(settings, problems));
        HomieLayout.Plan plan = new HomieLayout.Plan(
                settings.get(HomieSettings.HOMIE_VERSION),
                settings.get(HomieSettings.NODE),
                settings.get(HomieSettings.EVENT_NODE),
                settings.get(HomieSettings.SERVICE_NODE),
                settings.get(HomieSettings.IDS),
                settings.get(HomieSettings.DATATYPES),
                Set.copyOf(settings.get(HomieSettings.NON_RETAINED)));
        return model.map(known -> HomieLayout.of(
                known,
                plan,
                problem -> problems.add(HomieSettings.THING_MODEL, "does not fit Homie: " + problem + ".")));
    }

    static Optional<ThingModel> thingModel(Settings settings, ProblemCollector problems) {
        try {
            Optional<ThingModel> model =
                    settings.find(HomieSettings.THING_MODEL).map(ThingModel::read);
            if (model.isEmpty()) {
                problems.add(
                        HomieSettings.THING_MODEL,
                        "is missing; a Homie device describes itself, so it needs to know its properties.");
            }
            return model;
        } catch (MappingException wrong) {
            problems.add(HomieSettings.THING_MODEL, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
