package org.iotconnector.onenet.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;

/** What a device has beside its name; each may be left out. Immutable. The names are those of Studio's API. */
public final class DeviceAttributes {
    private static final DeviceAttributes NONE = builder().build();

    private final Map<String, String> values;

    private DeviceAttributes(Map<String, String> values) {
        this.values = values;
    }

    /** None at all. */
    public static DeviceAttributes none() {
        return NONE;
    }

    public static Builder builder() {
        return new Builder();
    }

    void addTo(Values.Builder body) {
        values.forEach(body::put);
    }

    /** The names only: a pre-shared key may be among the values. */
    @Override
    public String toString() {
        return "DeviceAttributes" + values.keySet();
    }

    /** Collects attributes. Not thread-safe. */
    public static final class Builder {
        private final Map<String, String> values = new LinkedHashMap<>();

        private Builder() {}

        /** A text for people. */
        public Builder description(String text) {
            return put("desc", text);
        }

        /** The module's IMEI, 15 digits; LwM2M devices need it. */
        public Builder imei(String digits) {
            return put("imei", digits);
        }

        /** The card's IMSI. */
        public Builder imsi(String digits) {
            return put("imsi", digits);
        }

        /** The pre-shared key of DTLS. */
        public Builder psk(Secret key) {
            return put("psk", key.reveal());
        }

        /** The authentication code of LwM2M. */
        public Builder authCode(Secret code) {
            return put("auth_code", code.reveal());
        }

        private Builder put(String name, String value) {
            values.put(name, value);
            return this;
        }

        public DeviceAttributes build() {
            return new DeviceAttributes(new LinkedHashMap<>(values));
        }
    }
}
