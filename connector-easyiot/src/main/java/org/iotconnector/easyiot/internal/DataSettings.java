package org.iotconnector.easyiot.internal;

import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.easyiot.BooleanWords;
import org.iotconnector.easyiot.Layout;

/** The settings that say which property stands on which topic and how; the same for Easy IoT and SIoT. */
public final class DataSettings {
    public static final String DEVICE = "Device";
    public static final String DATA = "Data";
    public static final String CONNECTION = "Connection";

    public static final Setting<Layout> LAYOUT = Setting.oneOf("layout", Layout.class)
            .description("How values stand in messages: text is one property per topic, json an object of several.")
            .defaultValue(Layout.TEXT)
            .group(DATA)
            .build();

    public static final Setting<Map<String, String>> PROPERTIES = Setting.map("properties")
            .description("Property to the name in topics that it is said under, where they differ. In layout json a"
                    + " property without one is said under the only name there is, or under its own.")
            .example("LightSwitch=light")
            .defaultText("each property under its own name")
            .defaultValue(Map.of())
            .group(DATA)
            .build();

    public static final Setting<BooleanWords> BOOLEAN_WORDS = Setting.oneOf("booleanWords", BooleanWords.class)
            .description("How layout text writes booleans: on-off, true-false or digits (1 and 0). All are understood.")
            .defaultValue(BooleanWords.ON_OFF)
            .group(DATA)
            .build();

    public static final Setting<Boolean> SUPPRESS_ECHO = Setting.flag("suppressEcho")
            .description("Whether the device's own reports, which the server sends back on the same topic, are kept"
                    + " from its handlers. Each is recognised by topic and payload, once, for 10 s.")
            .defaultValue(true)
            .group(DATA)
            .build();

    public static final Setting<String> NAME = Setting.text("name")
            .description("Name of the device in logs; the platform does not know it.")
            .defaultValue("device")
            .check(DataSettings::nameProblem)
            .group(DEVICE)
            .build();

    public static final Setting<String> CLIENT_ID = Setting.text("clientId")
            .description("MQTT client identifier. Two connections with the same one push each other out.")
            .example("lamp-1")
            .defaultText("computed from the account, the name and the topics")
            .check(ClientIds::problem)
            .group(CONNECTION)
            .build();

    private DataSettings() {}

    private static Optional<String> nameProblem(String name) {
        return name.isBlank() || name.chars().anyMatch(Character::isISOControl)
                ? Optional.of("must hold a letter and no control characters")
                : Optional.empty();
    }
}
