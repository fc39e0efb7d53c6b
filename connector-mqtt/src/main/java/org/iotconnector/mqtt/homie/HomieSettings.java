package org.iotconnector.mqtt.homie;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.mqtt.internal.BrokerSettings;

/** Every setting of the provider {@code homie}, declared once. Rules over several of them are in {@link HomieRules}. */
final class HomieSettings {
    private static final String DEVICE = "Device";
    private static final String DESCRIPTION = "Description";
    private static final String FIRMWARE = "Firmware and statistics";

    static final Setting<String> DEVICE_ID = Setting.text("deviceId")
            .description("Id of the device in topics: a-z, 0-9 and '-', in versions 3 and 4 not at either end.")
            .example("lamp-1")
            .group(DEVICE)
            .required()
            .build();

    static final Setting<HomieVersion> HOMIE_VERSION = Setting.of("homieVersion", HomieVersion::of, "3.0.1, 4.0.0 or 5")
            .description("Version of the convention that the device keeps.")
            .defaultValue(HomieVersion.V5)
            .defaultText("5")
            .group(DEVICE)
            .build();

    static final Setting<String> DOMAIN = Setting.text("domain")
            .description("First level of all topics; in version 3 it is always homie.")
            .defaultValue("homie")
            .matching(Pattern.compile("[^/+#$\\p{Cntrl}\\p{Cs}]{1,64}"), "one level of a topic without / + # $")
            .group(DEVICE)
            .build();

    static final Setting<Path> THING_MODEL = SessionSettings.THING_MODEL
            .extend()
            .description("Thing model file of the device, from which it describes itself; needed.")
            .build();

    static final Setting<String> NAME = Setting.text("name")
            .description("What people call the device.")
            .defaultText("deviceId")
            .group(DESCRIPTION)
            .build();

    static final Setting<String> NODE = Setting.text("node")
            .description(
                    "Id of the node that holds the properties. One whose identifier has a module, module:identifier, is"
                            + " in a node of that module.")
            .defaultValue("main")
            .group(DESCRIPTION)
            .build();

    static final Setting<String> EVENT_NODE = Setting.text("eventNode")
            .description("Id of the node that holds the events of the thing model.")
            .defaultValue("events")
            .group(DESCRIPTION)
            .build();

    static final Setting<String> SERVICE_NODE = Setting.text("serviceNode")
            .description("Id of the node that holds the services of the thing model.")
            .defaultValue("services")
            .group(DESCRIPTION)
            .build();

    static final Setting<Map<String, String>> NODE_NAMES = Setting.map("nodeNames")
            .description("What people call nodes, by their ids.")
            .example("main=Lamp")
            .defaultText("the id")
            .defaultValue(Map.of())
            .group(DESCRIPTION)
            .build();

    static final Setting<Map<String, String>> NODE_TYPES = Setting.map("nodeTypes")
            .description("Types of nodes, by their ids.")
            .example("main=light")
            .defaultText("the id")
            .defaultValue(Map.of())
            .group(DESCRIPTION)
            .build();

    static final Setting<Map<String, String>> IDS = Setting.map("ids")
            .description("Ids of properties, events and services by their identifiers: an id, or node/id.")
            .example("CurrentLedADC=sensor/brightness")
            .defaultText("made of the identifier: CurrentLedADC becomes current-led-adc")
            .defaultValue(Map.of())
            .group(DESCRIPTION)
            .build();

    static final Setting<Map<String, String>> DATATYPES = Setting.map("datatypes")
            .description(
                    "Data types of texts that are more than that, by identifier: color:rgb, color:hsv, duration, and"
                            + " others, with their format after a colon. What a version lacks is a string there.")
            .example("Color=color:rgb")
            .defaultValue(Map.of())
            .group(DESCRIPTION)
            .build();

    static final Setting<List<String>> NON_RETAINED = Setting.list("nonRetained")
            .description("Properties whose values the broker does not keep, such as a push of a button.")
            .defaultValue(List.of())
            .group(DESCRIPTION)
            .build();

    static final Setting<Long> DESCRIPTION_VERSION = Setting.longInteger("descriptionVersion")
            .description("Version 5: number of the description, which must differ after every change of it.")
            .defaultText("follows from the content")
            .atLeast(0L)
            .group(DESCRIPTION)
            .build();

    static final Setting<Boolean> TARGET = Setting.flag("target")
            .description(
                    "Version 5: whether each command is first repeated on $target, which tells a controller that it"
                            + " was accepted.")
            .defaultValue(true)
            .group(DESCRIPTION)
            .build();

    static final Setting<Integer> QOS = Setting.integer("qos")
            .description("Quality of service of everything that the broker keeps: 0, 1 or 2. In version 5 anything else"
                    + " goes with 0, as the convention wants it.")
            .defaultText("1; in version 5 it is 2")
            .range(0, 2)
            .group(DEVICE)
            .build();

    static final Setting<HomieState> STATE_AT_CLOSE = Setting.oneOf("stateAtClose", HomieState.class)
            .description(
                    "What the device says last at an orderly end: disconnected, or sleeping if it will come back by"
                            + " itself.")
            .defaultValue(HomieState.DISCONNECTED)
            .check(state -> state == HomieState.DISCONNECTED || state == HomieState.SLEEPING
                    ? Optional.empty()
                    : Optional.of("must be disconnected or sleeping"))
            .group(DEVICE)
            .build();

    static final Setting<String> IMPLEMENTATION = Setting.text("implementation")
            .description("Versions 3 and 4: what made the device.")
            .defaultValue("iot-connector")
            .group(FIRMWARE)
            .build();

    static final Setting<String> LOCAL_IP = Setting.text("localIp")
            .description("Versions 3 and 4: the device's address. Version 3 demands one.")
            .defaultValue("127.0.0.1")
            .group(FIRMWARE)
            .build();

    static final Setting<String> MAC = Setting.text("mac")
            .description(
                    "Versions 3 and 4: the network card's address, such as A1:B2:C3:D4:E5:F6. Version 3 demands one.")
            .defaultValue("00:00:00:00:00:00")
            .check(HomieSettings::macProblem)
            .group(FIRMWARE)
            .build();

    static final Setting<String> FIRMWARE_NAME = Setting.text("firmwareName")
            .description(
                    "Versions 3 and 4: name of the firmware; in version 4 it turns the extension legacy-firmware on.")
            .group(FIRMWARE)
            .build();

    static final Setting<String> FIRMWARE_VERSION = Setting.text("firmwareVersion")
            .description("Versions 3 and 4: version of the firmware.")
            .group(FIRMWARE)
            .build();

    static final Setting<Duration> STATS_INTERVAL = Setting.duration("statsInterval")
            .description(
                    "Versions 3 and 4: how often statistics are sent, with HomieAnnouncements; in version 4 it turns the"
                            + " extension legacy-stats on.")
            .defaultText("60s in version 3, else none")
            .range(Duration.ofSeconds(1), Duration.ofDays(1))
            .group(FIRMWARE)
            .build();

    private HomieSettings() {}

    static List<Setting<?>> all() {
        List<Setting<?>> all =
                new ArrayList<>(List.of(DEVICE_ID, HOMIE_VERSION, DOMAIN, QOS, STATE_AT_CLOSE, THING_MODEL));
        all.addAll(BrokerSettings.all());
        all.addAll(List.of(
                NAME,
                NODE,
                EVENT_NODE,
                SERVICE_NODE,
                NODE_NAMES,
                NODE_TYPES,
                IDS,
                DATATYPES,
                NON_RETAINED,
                DESCRIPTION_VERSION,
                TARGET,
                IMPLEMENTATION,
                LOCAL_IP,
                MAC,
                FIRMWARE_NAME,
                FIRMWARE_VERSION,
                STATS_INTERVAL));
        all.addAll(SessionSettings.all());
        return List.copyOf(all);
    }

    private static Optional<String> macProblem(String text) {
        return text.toUpperCase(Locale.ROOT).matches("([0-9A-F]{2}:){5}[0-9A-F]{2}")
                ? Optional.empty()
                : Optional.of("must be six bytes in hex with colons, such as A1:B2:C3:D4:E5:F6");
    }
}
