package org.iotconnector.core.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the constants of an enumeration, however the user writes them: hmac-sha256, hmacSha256, HMAC_SHA256. */
final class ChoiceType {
    private ChoiceType() {}

    static <E extends Enum<E>> ValueType<E> of(Class<E> type) {
        Map<String, E> bySpelling = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            if (bySpelling.put(normalise(constant.name()), constant) != null) {
                throw new IllegalArgumentException(
                        type.getName() + " has two constants that differ only in case or underscores.");
            }
        }
        return ValueType.ofText(
                type,
                "choice",
                text -> {
                    E constant = bySpelling.get(normalise(text.trim()));
                    if (constant == null) {
                        throw new BadValueException("must be one of " + spellings(type));
                    }
                    return constant;
                },
                ChoiceType::spelling);
    }

    static String spellings(Class<? extends Enum<?>> type) {
        StringBuilder all = new StringBuilder();
        for (Enum<?> constant : type.getEnumConstants()) {
            all.append(all.length() == 0 ? "" : ", ").append(spelling(constant));
        }
        return all.toString();
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String normalise(String text) {
        return text.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
