package org.iotconnector.simulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.iotconnector.simulator.internal.adafruit.store.DatumId;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Whether JSON is like a golden case. Ids that the platform makes up may differ, but what is one id there must be one id here; ids of
 * data must be of the same time.
 */
public final class Likeness {
    private static final Set<String> IDS = Set.of("id", "feed_id", "user_id", "default_group_id", "object_id");

    private final Map<String, Object> ids = new HashMap<>();
    private final boolean moreAllowed;

    private Likeness(boolean moreAllowed) {
        this.moreAllowed = moreAllowed;
    }

    /** All members must be there and no others. */
    public static Likeness exact() {
        return new Likeness(false);
    }

    /** All members must be there, others may. */
    public static Likeness atLeast() {
        return new Likeness(true);
    }

    /** Compares. */
    public void check(String place, @Nullable Object actual, @Nullable Object expected) {
        if (expected instanceof Map<?, ?>) {
            checkObject(place, actual, Json.object(expected).orElseThrow());
        } else if (expected instanceof List<?> entries) {
            assertThat(actual)
                    .as(place)
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSameSizeAs(entries);
            for (int i = 0; i < entries.size(); i++) {
                check(place + "[]", ((List<?>) Objects.requireNonNull(actual)).get(i), entries.get(i));
            }
        } else if (expected instanceof Number number) {
            assertThat(new BigDecimal(String.valueOf(actual))).as(place).isEqualByComparingTo(number.toString());
        } else {
            assertThat(actual).as(place).isEqualTo(expected);
        }
    }

    private void checkObject(String place, @Nullable Object actual, Map<String, @Nullable Object> expected) {
        Map<String, @Nullable Object> object =
                Json.object(actual).orElseThrow(() -> new AssertionError(place + " is no object: " + actual));
        assertThat(object).as(place).containsKeys(expected.keySet().toArray(new String[0]));
        if (!moreAllowed) {
            assertThat(object.keySet()).as(place).containsExactlyInAnyOrderElementsOf(expected.keySet());
        }
        expected.forEach((name, value) -> {
            String member = place + "." + name;
            if (IDS.contains(name) && value != null) {
                checkId(member, object.get(name), value);
            } else {
                check(member, object.get(name), value);
            }
        });
    }

    private void checkId(String place, @Nullable Object actual, Object expected) {
        assertThat(actual).as(place).isNotNull().hasSameClassAs(expected);
        if (expected instanceof String text && text.length() == DatumId.LENGTH) {
            assertThat(DatumId.ticks(String.valueOf(actual))).as(place).isEqualTo(DatumId.ticks(text));
        }
        assertThat(ids.computeIfAbsent(place + "=" + expected, first -> String.valueOf(actual)))
                .as(place)
                .isEqualTo(String.valueOf(actual));
    }
}
