package org.iotconnector.simulator.internal.aliyun;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The MQTT client identifier of an Aliyun device: {@code <clientId>|k1=v1,k2=v2|}. Alibaba Cloud, "MQTT-TCP connection", read
 * 2026-11-21.
 *
 * @param clientId text before the first bar, the only part that is signed
 * @param parameters extension parameters, in the order given
 */
record ClientIdText(String clientId, Map<String, String> parameters) {
    private static final int MAX_CLIENT_ID_CHARS = 64;

    ClientIdText {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Reads it as leniently as the platform does: any order, a comma too many, a missing last bar, and line feeds between the
     * parameters, as some clients send. Empty if malformed.
     */
    static Optional<ClientIdText> parse(String text) {
        int bar = text.indexOf('|');
        if (bar < 1 || bar > MAX_CLIENT_ID_CHARS) {
            return Optional.empty();
        }
        String extension = text.substring(bar + 1).strip();
        if (extension.endsWith("|")) {
            extension = extension.substring(0, extension.length() - 1);
        }
        if (extension.indexOf('|') >= 0) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String item : extension.split("[,\\r\\n]", -1)) {
            String parameter = item.strip();
            int equals = parameter.indexOf('=');
            if (parameter.isEmpty()) {
                continue;
            }
            if (equals < 1) {
                return Optional.empty();
            }
            parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return Optional.of(new ClientIdText(text.substring(0, bar), parameters));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Whether the client asked for RRPC on custom topics: bit 0 of {@code ext}. */
    boolean extendedRrpc() {
        return parameter("ext")
                .filter(ext -> ext.matches("[0-9]{1,9}"))
                .map(ext -> (Integer.parseInt(ext) & 1) == 1)
                .orElse(false);
    }

    /** Whether the client expects system topics without subscribing: {@code _ss=1}, inferred from C SDK 4. */
    boolean systemPush() {
        return parameter("_ss").filter("1"::equals).isPresent();
    }
}
