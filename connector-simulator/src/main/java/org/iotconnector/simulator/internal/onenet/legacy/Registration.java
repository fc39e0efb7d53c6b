package org.iotconnector.simulator.internal.onenet.legacy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** {@code POST /register_de?register_code=…}: a serial number or MAC address into a device number and a key. */
final class Registration {
    private static final int MAX_SERIAL = 512;
    private static final int MAX_MAC = 32;
    private static final int MAX_TITLE = 32;

    private final LegacyRegistry registry;

    Registration(LegacyRegistry registry) {
        this.registry = registry;
    }

    /** The body of the answer; {@code code} is empty when the request has none. */
    Map<String, Object> answer(String code, byte[] body) {
        try {
            return register(code, body);
        } catch (Refused refused) {
            return verdict(refused.errno, String.valueOf(refused.getMessage()));
        }
    }

    static Map<String, Object> verdict(int errno, String error) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("errno", errno);
        answer.put("error", error);
        return answer;
    }

    private Map<String, Object> register(String code, byte[] content) throws Refused {
        if (code.isEmpty()) {
            throw new Refused(7, "parameter required: register_code");
        }
        ProductState product =
                registry.byRegisterCode(code).orElseThrow(() -> new Refused(3, "auth failed: register_code error"));
        Map<String, @Nullable Object> body = body(content);
        Optional<String> serial = text(body, "sn", MAX_SERIAL);
        Optional<String> mac = text(body, "mac", MAX_MAC);
        Optional<String> title = text(body, "title", MAX_TITLE);
        String identity = serial.or(() -> mac).orElseThrow(() -> new Refused(7, "parameter required: sn or mac"));
        DeviceState device = registry.register(product, identity, title.orElse("auto_register"));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("device_id", device.deviceId());
        data.put("key", device.key());
        Map<String, Object> answer = verdict(0, "succ");
        answer.put("data", data);
        return answer;
    }

    private static Map<String, @Nullable Object> body(byte[] body) throws Refused {
        try {
            return Json.object(Json.read(body)).orElseThrow(() -> new Refused(4, "invalid JSON"));
        } catch (IOException notJson) {
            throw new Refused(4, "invalid JSON");
        }
    }

    private static Optional<String> text(Map<String, @Nullable Object> body, String name, int max) throws Refused {
        Object value = body.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && !text.isEmpty() && text.length() <= max) {
            return Optional.of(text);
        }
        throw new Refused(6, "invalid parameter: " + name);
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int errno;

        Refused(int errno, String error) {
            super(error);
            this.errno = errno;
        }
    }
}
