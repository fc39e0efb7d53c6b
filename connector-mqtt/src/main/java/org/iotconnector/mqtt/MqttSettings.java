package org.iotconnector.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.mqtt.internal.BrokerSettings;

/** Every setting of the provider {@code mqtt}, declared once. Rules over several of them are in {@link MqttRules}. */
final class MqttSettings {
    private static final String DEVICE = "Device";
    private static final String PROPERTIES = "Properties";
    private static final String COMMANDS = "Commands";
    private static final String EVENTS = "Events and services";

    static final Setting<String> DEVICE_NAME = Setting.text("deviceName")
            .description("Name of the device; {deviceName} in topics stands for it.")
            .example("lamp-1")
            .matching(Pattern.compile("[^/+#{}\\p{Cntrl}\\p{Cs}]{1,64}"), "1 to 64 characters without / + # { }")
            .group(DEVICE)
            .required()
            .build();

    static final Setting<String> TOPIC_PREFIX = Setting.text("topicPrefix")
            .description(
                    "Put in front of every topic as it is, so end it with a slash; on a public broker something that"
                            + " nobody guesses.")
            .example("q7x2m9k4/")
            .defaultValue("")
            .check(text -> text.isEmpty() ? Optional.empty() : SettingForms.problem(text, Set.of()))
            .group(DEVICE)
            .build();

    static final Setting<PayloadForm> PAYLOAD = Setting.oneOf("payload", PayloadForm.class)
            .description(
                    "How properties are reported: text is one value in each message, json a document with values at"
                            + " JSON pointers.")
            .defaultValue(PayloadForm.TEXT)
            .group(PROPERTIES)
            .build();

    static final Setting<String> PROPERTY_TOPIC = SettingForms.template("propertyTopic", SettingForms.PROPERTY)
            .description(
                    "Topic that properties are reported on. Without {property}, which needs payload: json, all go into"
                            + " one message.")
            .defaultValue("{deviceName}/{property}")
            .group(PROPERTIES)
            .build();

    static final Setting<Map<String, String>> PROPERTY_TOPICS = SettingForms.templates(
                    "propertyTopics", SettingForms.PROPERTY)
            .description("Topics of single properties, in place of propertyTopic.")
            .example("power=stat/{deviceName}/POWER")
            .defaultValue(Map.of())
            .group(PROPERTIES)
            .build();

    static final Setting<String> POINTER = Setting.text("pointer")
            .description(
                    "With json: JSON pointer of a property's value, in reports and commands; {property} stands for its"
                            + " name. Empty is the whole payload.")
            .defaultText("/{property}, or the whole payload where each property has a topic of its own")
            .check(SettingForms::pointerProblem)
            .group(PROPERTIES)
            .build();

    static final Setting<Map<String, String>> POINTERS = Setting.map("pointers")
            .description("With json: JSON pointers of single properties, in place of pointer.")
            .example("temperature=/env/t,humidity=/env/h")
            .defaultValue(Map.of())
            .check(SettingForms::pointersProblem)
            .group(PROPERTIES)
            .build();

    static final Setting<String> TIME_POINTER = Setting.text("timePointer")
            .description(
                    "With json: JSON pointer where the time of a report that has one is written, in milliseconds since"
                            + " 1970. Without it such reports are refused.")
            .example("/ts")
            .check(SettingForms::pointerProblem)
            .group(PROPERTIES)
            .build();

    static final Setting<String> JSON_TEMPLATE = Setting.text("jsonTemplate")
            .description("With json: an object that reports begin with; the values are put into it.")
            .example("{\"type\":\"lamp\"}")
            .defaultValue("{}")
            .check(SettingForms::objectProblem)
            .group(PROPERTIES)
            .build();

    static final Setting<String> BOOLEAN_WORDS = Setting.text("booleanWords")
            .description(
                    "How true and false are written, with a slash between them. These two, true and false, 1 and 0, on"
                            + " and off are read in any case.")
            .example("ON/OFF")
            .defaultValue("true/false")
            .check(SettingForms::wordsProblem)
            .group(PROPERTIES)
            .build();

    static final Setting<EnumerationForm> ENUMERATIONS = Setting.oneOf("enumerations", EnumerationForm.class)
            .description("How the members of an enumeration of the thing model are written.")
            .defaultValue(EnumerationForm.NUMBER)
            .group(PROPERTIES)
            .build();

    static final Setting<Integer> QOS = SettingForms.qos(
                    "qos", "Quality of service of reports, events and answers: 0, 1 or 2.")
            .group(PROPERTIES)
            .build();

    static final Setting<Boolean> RETAIN = Setting.flag("retain")
            .description("Whether the broker keeps the last report of every property for later subscribers.")
            .defaultValue(false)
            .group(PROPERTIES)
            .build();

    static final Setting<List<String>> RETAINED_PROPERTIES = Setting.list("retainedProperties")
            .description("With retain: false, the properties whose last report is kept all the same.")
            .example("power,firmware")
            .defaultValue(List.of())
            .group(PROPERTIES)
            .build();

    static final Setting<String> COMMAND_TOPIC = SettingForms.template("commandTopic", SettingForms.PROPERTY)
            .description(
                    "Topic that properties are set on; empty for none. Without {property}, which needs commandPayload:"
                            + " json, one message sets several.")
            .defaultValue("{deviceName}/{property}/set")
            .group(COMMANDS)
            .build();

    static final Setting<Map<String, String>> COMMAND_TOPICS = SettingForms.templates(
                    "commandTopics", SettingForms.PROPERTY)
            .description("Topics that single properties are set on, in place of commandTopic.")
            .example("power=cmnd/{deviceName}/POWER")
            .defaultValue(Map.of())
            .group(COMMANDS)
            .build();

    static final Setting<PayloadForm> COMMAND_PAYLOAD = Setting.oneOf("commandPayload", PayloadForm.class)
            .description("How the values of commands stand in a payload.")
            .defaultText("as payload")
            .group(COMMANDS)
            .build();

    static final Setting<Map<String, String>> COMMAND_POINTERS = Setting.map("commandPointers")
            .description("With json: JSON pointers of single properties in commands, where they differ from pointers.")
            .defaultValue(Map.of())
            .check(SettingForms::pointersProblem)
            .group(COMMANDS)
            .build();

    static final Setting<Boolean> RETAINED_COMMANDS = Setting.flag("retainedCommands")
            .description(
                    "Whether a command that the broker kept from before is obeyed. On a topic that the device reports"
                            + " on as well it never is.")
            .defaultValue(true)
            .group(COMMANDS)
            .build();

    static final Setting<String> COMMAND_REPLY_TOPIC = SettingForms.template("commandReplyTopic", SettingForms.PROPERTY)
            .description("Topic on which a command is answered with {\"code\",\"message\"}; without it commands are not"
                    + " answered.")
            .example("{deviceName}/{property}/set/reply")
            .defaultValue("")
            .group(COMMANDS)
            .build();

    static final Setting<Integer> COMMAND_QOS = SettingForms.qos(
                    "commandQos", "Highest quality of service at which commands and calls are asked for: 0, 1 or 2.")
            .group(COMMANDS)
            .build();

    static final Setting<String> SHARE_GROUP = Setting.text("shareGroup")
            .description(
                    "Subscribe to commands and calls as this group ($share): the broker gives each of them to one of"
                            + " the group's clients, and no retained ones.")
            .example("workers")
            .matching(Pattern.compile("[^/+#\\p{Cntrl}\\p{Cs}]{1,64}"), "1 to 64 characters without / + #")
            .group(COMMANDS)
            .build();

    static final Setting<String> EVENT_TOPIC = SettingForms.template("eventTopic", SettingForms.EVENT)
            .description("Topic of events, whose payload is a JSON object; empty for none.")
            .defaultValue("{deviceName}/event/{event}")
            .group(EVENTS)
            .build();

    static final Setting<Map<String, String>> EVENT_TOPICS = SettingForms.templates("eventTopics", SettingForms.EVENT)
            .description("Topics of single events, in place of eventTopic.")
            .defaultValue(Map.of())
            .group(EVENTS)
            .build();

    static final Setting<String> SERVICE_TOPIC = SettingForms.template("serviceTopic", SettingForms.SERVICE)
            .description("Topic that services are called on, with a JSON object or nothing as payload; empty for none.")
            .defaultValue("{deviceName}/service/{service}")
            .group(EVENTS)
            .build();

    static final Setting<Map<String, String>> SERVICE_TOPICS = SettingForms.templates(
                    "serviceTopics", SettingForms.SERVICE)
            .description("Topics that single services are called on, in place of serviceTopic.")
            .defaultValue(Map.of())
            .group(EVENTS)
            .build();

    static final Setting<String> SERVICE_REPLY_TOPIC = SettingForms.template("serviceReplyTopic", SettingForms.SERVICE)
            .description("Topic on which a call is answered with {\"code\",\"message\",\"output\"}; empty for none.")
            .defaultValue("{deviceName}/service/{service}/reply")
            .group(EVENTS)
            .build();

    static final Setting<String> REQUEST_ID_MEMBER = Setting.text("requestIdMember")
            .description("Member of a call's JSON object that names the request; the answer repeats it, and it is no"
                    + " argument.")
            .example("id")
            .matching(Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,64}"), "1 to 64 characters")
            .group(EVENTS)
            .build();

    static final Setting<String> RAW_TOPIC = SettingForms.template("rawTopic", SettingForms.PROPERTY)
            .description("Topic of raw reports and of answers to raw commands; empty for none.")
            .defaultValue("")
            .group(EVENTS)
            .build();

    static final Setting<String> RAW_COMMAND_TOPIC = SettingForms.template("rawCommandTopic", SettingForms.PROPERTY)
            .description("Topic of raw commands; empty for none.")
            .defaultValue("")
            .group(EVENTS)
            .build();

    private static final List<Setting<?>> ALL = declareAll();

    private MqttSettings() {}

    /** The same list always, so that the settings of thousands of devices share it. */
    static List<Setting<?>> all() {
        return ALL;
    }

    private static List<Setting<?>> declareAll() {
        List<Setting<?>> all = new ArrayList<>(List.of(DEVICE_NAME, TOPIC_PREFIX, SessionSettings.THING_MODEL));
        all.addAll(BrokerSettings.all());
        all.addAll(List.of(
                PAYLOAD,
                PROPERTY_TOPIC,
                PROPERTY_TOPICS,
                POINTER,
                POINTERS,
                TIME_POINTER,
                JSON_TEMPLATE,
                BOOLEAN_WORDS,
                ENUMERATIONS,
                QOS,
                RETAIN,
                RETAINED_PROPERTIES,
                COMMAND_TOPIC,
                COMMAND_TOPICS,
                COMMAND_PAYLOAD,
                COMMAND_POINTERS,
                RETAINED_COMMANDS,
                COMMAND_REPLY_TOPIC,
                COMMAND_QOS,
                SHARE_GROUP));
        all.addAll(List.of(
                EVENT_TOPIC,
                EVENT_TOPICS,
                SERVICE_TOPIC,
                SERVICE_TOPICS,
                SERVICE_REPLY_TOPIC,
                REQUEST_ID_MEMBER,
                RAW_TOPIC,
                RAW_COMMAND_TOPIC));
        all.addAll(PresenceSettings.all());
        all.addAll(Mqtt5Settings.all());
        all.addAll(SessionSettings.all());
        return List.copyOf(all);
    }
}
