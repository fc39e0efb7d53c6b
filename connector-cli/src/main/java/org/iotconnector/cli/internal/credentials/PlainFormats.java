package org.iotconnector.cli.internal.credentials;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.iotconnector.cli.internal.JsonText;

/** The login itself: for people, for programs, for a shell. */
final class PlainFormats {
    private PlainFormats() {}

    static String text(Login login) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("server", login.endpoint().toString());
        lines.put("host", login.host());
        lines.put("port", Integer.toString(login.endpoint().port()));
        lines.put("TLS", login.endpoint().tls() ? "yes" : "no");
        lines.put("client id", login.clientId().isEmpty() ? "(empty: the server chooses one)" : login.clientId());
        lines.put("user name", login.connect().username().orElse("(none)"));
        lines.put("password", login.password().orElse("(none)"));
        lines.put("keep alive", login.keepAliveSeconds() + " s");
        login.end().ifPresent(end -> lines.put("good until", end + "; a later login needs a new password"));
        return lines.entrySet().stream()
                .map(line -> String.format("  %-11s %s%n", line.getKey(), line.getValue()))
                .collect(Collectors.joining("", login.platform() + ", device " + login.device() + "\n", ""));
    }

    static String json(Login login) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("host", login.host());
        object.put("port", login.endpoint().port());
        object.put("tls", login.endpoint().tls());
        object.put("clientId", login.clientId());
        object.put("username", login.connect().username().orElse(null));
        object.put("password", login.password().orElse(null));
        object.put("keepAlive", login.keepAliveSeconds());
        return JsonText.pretty(object) + "\n";
    }

    static String env(Login login) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("MQTT_HOST", login.host());
        variables.put("MQTT_PORT", Integer.toString(login.endpoint().port()));
        variables.put("MQTT_TLS", Boolean.toString(login.endpoint().tls()));
        variables.put("MQTT_CLIENT_ID", login.clientId());
        variables.put("MQTT_USERNAME", login.connect().username().orElse(""));
        variables.put("MQTT_PASSWORD", login.password().orElse(""));
        variables.put("MQTT_KEEP_ALIVE", Long.toString(login.keepAliveSeconds()));
        return variables.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + ShellWord.quote(variable.getValue()) + "\n")
                .collect(Collectors.joining());
    }
}
