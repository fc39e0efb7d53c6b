package org.iotconnector.core.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One key in its three spellings: {@code deviceName}, {@code --device-name}, {@code IOTC_DEVICE_NAME}. */
final class SettingKeys {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern UPPER_CASE = Pattern.compile("([A-Z])");
    private static final Pattern DASH_AND_LETTER = Pattern.compile("-([a-z0-9])");

    private SettingKeys() {}

    static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "Setting key [" + key + "] must be letters and digits and begin with a lower-case letter.");
        }
        return key;
    }

    static String optionName(String key) {
        return "--" + UPPER_CASE.matcher(key).replaceAll("-$1").toLowerCase(Locale.ROOT);
    }

    static String environmentName(String key) {
        return "IOTC_" + UPPER_CASE.matcher(key).replaceAll("_$1").toUpperCase(Locale.ROOT);
    }

    static String keyOfOption(String option) {
        String bare = option.startsWith("--") ? option.substring(2) : option;
        return DASH_AND_LETTER.matcher(bare).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** The settings, each secret one followed by its companions. */
    static List<Setting<?>> withCompanions(Collection<Setting<?>> declared) {
        List<Setting<?>> all = new ArrayList<>();
        for (Setting<?> setting : declared) {
            all.add(setting);
            all.addAll(setting.companions());
        }
        return all;
    }
}
