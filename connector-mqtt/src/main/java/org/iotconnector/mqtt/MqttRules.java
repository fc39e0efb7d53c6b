package org.iotconnector.mqtt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.mqtt.internal.BrokerRules;
import org.iotconnector.mqtt.internal.BrokerSettings;
import org.iotconnector.mqtt.internal.JsonPointer;
import org.iotconnector.mqtt.internal.TopicTemplate;

/** The rules that need more than one setting or a look into a file. Each is a {@code SettingsCheck} of its own. */
final class MqttRules {
    private static final String BRACED_PROPERTY = "{" + SettingForms.PROPERTY + "}";

    private MqttRules() {}

    /**
     * Each rule on its own, since one that meets a broken setting ends.
     *
     * @param modelled whether a thing model was given beside the settings
     */
    static Settings.Builder addTo(Settings.Builder settings, BooleanSupplier modelled) {
        return BrokerRules.addTo(settings)
                .check(MqttRules::textTopics)
                .check((given, problems) -> commandTopics(given, modelled.getAsBoolean(), problems))
                .check(MqttRules::namedTopics)
                .check(MqttRules::plainTopics)
                .check(MqttRules::usernameInTopics)
                .check(MqttRules::pointers)
                .check(MqttRules::will)
                .check(Mqtt5Settings::check)
                .check(MqttRules::thingModel);
    }

    /** Those that look into no file. */
    static void betweenSettings(Settings settings, boolean modelled, ProblemCollector problems) {
        BrokerRules.check(settings, problems);
        textTopics(settings, problems);
        commandTopics(settings, modelled, problems);
        namedTopics(settings, problems);
        plainTopics(settings, problems);
        usernameInTopics(settings, problems);
        pointers(settings, problems);
        will(settings, problems);
        Mqtt5Settings.check(settings, problems);
    }

    static PayloadForm commandPayload(Settings settings) {
        return settings.find(MqttSettings.COMMAND_PAYLOAD).orElseGet(() -> settings.get(MqttSettings.PAYLOAD));
    }

    /** A text carries one value, so each property needs a topic of its own. */
    static void textTopics(Settings settings, ProblemCollector problems) {
        if (settings.get(MqttSettings.PAYLOAD) == PayloadForm.TEXT) {
            oneValueEach(
                    settings, MqttSettings.PROPERTY_TOPIC, MqttSettings.PROPERTY_TOPICS, "payload: json", problems);
        }
        if (commandPayload(settings) == PayloadForm.TEXT) {
            oneValueEach(
                    settings,
                    MqttSettings.COMMAND_TOPIC,
                    MqttSettings.COMMAND_TOPICS,
                    "commandPayload: json",
                    problems);
        }
    }

    private static void oneValueEach(
            Settings settings,
            Setting<String> template,
            Setting<Map<String, String>> own,
            String remedy,
            ProblemCollector problems) {
        String text = settings.get(template);
        if (!text.isEmpty() && !text.contains(BRACED_PROPERTY)) {
            problems.add(
                    template,
                    "needs {property}, since a payload of text carries one value; add it, or use " + remedy + ".");
        }
        Map<String, String> owners = new LinkedHashMap<>();
        settings.get(own).forEach((name, topic) -> {
            String other = owners.putIfAbsent(topic.replace(BRACED_PROPERTY, name), name);
            if (other != null) {
                problems.add(
                        own,
                        "gives " + other + " and " + name + " one topic, but a payload of text carries one value; use "
                                + remedy + ".");
            }
        });
    }

    /** Where no wildcard can stand for the property, its names must be known. */
    static void commandTopics(Settings settings, boolean modelled, ProblemCollector problems) {
        String text = settings.get(MqttSettings.COMMAND_TOPIC);
        boolean namesKnown = modelled
                || settings.find(SessionSettings.THING_MODEL).isPresent()
                || !settings.get(MqttSettings.COMMAND_TOPICS).isEmpty();
        if (!text.isEmpty()
                && !namesKnown
                && !parse(text, SettingForms.PROPERTY).isFilterable()) {
            problems.add(
                    MqttSettings.COMMAND_TOPIC,
                    "has a placeholder that is not a whole level, so no wildcard can be subscribed for it; give a"
                            + " thingModel, or each property its topic in commandTopics.");
        }
    }

    private static TopicTemplate parse(String text, String variable) {
        // A placeholder other than the variable is filled in before anything is subscribed.
        return TopicTemplate.parse(text, SettingForms.placeholders(variable))
                .bind(Map.of("deviceName", "d", "clientId", "c", "username", "u"));
    }

    /** One topic for all events or services would not say which one is meant. */
    static void namedTopics(Settings settings, ProblemCollector problems) {
        named(settings, MqttSettings.EVENT_TOPIC, SettingForms.EVENT, problems);
        named(settings, MqttSettings.SERVICE_TOPIC, SettingForms.SERVICE, problems);
    }

    private static void named(Settings settings, Setting<String> setting, String variable, ProblemCollector problems) {
        String text = settings.get(setting);
        if (!text.isEmpty() && !text.contains("{" + variable + "}")) {
            problems.add(setting, "needs {" + variable + "}, or no message would say which one is meant.");
        }
    }

    /** Topics of the device as a whole. */
    static void plainTopics(Settings settings, ProblemCollector problems) {
        for (Setting<String> setting : List.of(
                MqttSettings.RAW_TOPIC,
                MqttSettings.RAW_COMMAND_TOPIC,
                PresenceSettings.AVAILABILITY_TOPIC,
                PresenceSettings.WILL_TOPIC)) {
            if (settings.get(setting).contains(BRACED_PROPERTY)) {
                problems.add(setting, "must not have {property}: it is one topic for the whole device.");
            }
        }
    }

    /** An empty level would be another topic than the one meant, and nobody would notice. */
    static void usernameInTopics(Settings settings, ProblemCollector problems) {
        String user = settings.find(BrokerSettings.USERNAME).orElse("");
        String client = settings.find(BrokerSettings.CLIENT_ID).orElseGet(() -> settings.get(MqttSettings.DEVICE_NAME));
        for (Setting<String> setting : List.of(
                MqttSettings.PROPERTY_TOPIC,
                MqttSettings.COMMAND_TOPIC,
                MqttSettings.EVENT_TOPIC,
                MqttSettings.SERVICE_TOPIC,
                PresenceSettings.AVAILABILITY_TOPIC)) {
            levelName(settings, setting, "username", user, problems);
            levelName(settings, setting, "clientId", client, problems);
        }
    }

    private static void levelName(
            Settings settings, Setting<String> setting, String variable, String value, ProblemCollector problems) {
        boolean usable = !value.isEmpty() && value.chars().noneMatch(c -> "/+#{}".indexOf(c) >= 0);
        if (!usable && settings.get(setting).contains("{" + variable + "}")) {
            problems.add(
                    setting,
                    "has {" + variable + "}, but the " + variable + " is "
                            + (value.isEmpty() ? "not set." : "\"" + value + "\", which makes no level of a topic."));
        }
    }

    /** Of two values in one document, neither may stand inside the other. */
    static void pointers(Settings settings, ProblemCollector problems) {
        Map<String, List<String>> seen = new LinkedHashMap<>();
        settings.get(MqttSettings.POINTERS).forEach((name, text) -> {
            List<String> tokens = JsonPointer.of(text, name).tokens();
            seen.forEach((other, theirs) -> {
                int common = Math.min(tokens.size(), theirs.size());
                if (tokens.subList(0, common).equals(theirs.subList(0, common)) && common > 0) {
                    problems.add(
                            MqttSettings.POINTERS,
                            "gives " + other + " and " + name + " places of which one is inside the other.");
                }
            });
            seen.put(name, tokens);
        });
    }

    static void will(Settings settings, ProblemCollector problems) {
        if (!settings.get(PresenceSettings.WILL_TOPIC).isEmpty()
                && !settings.get(PresenceSettings.AVAILABILITY_TOPIC).isEmpty()) {
            problems.add(
                    PresenceSettings.WILL_TOPIC,
                    "cannot be used together with availabilityTopic: a connection has one Will, and that is it already.");
        }
    }

    static Optional<ThingModel> thingModel(Settings settings, ProblemCollector problems) {
        try {
            return settings.find(SessionSettings.THING_MODEL).map(ThingModel::read);
        } catch (MappingException wrong) {
            problems.add(SessionSettings.THING_MODEL, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
