package org.iotconnector.cli.internal.credentials;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iotconnector.core.session.Publication;

/** A sketch for an ESP32 or ESP8266 and the library PubSubClient, version 2.8. Its reports go with QoS 0, all it can. */
final class ArduinoFormat {
    /** Room for what the platform sends; the library drops longer messages without a word. */
    private static final int SMALLEST_BUFFER = 1024;

    private static final int PACKET_OVERHEAD = 32;

    private static final Map<String, String> PLAIN =
            Map.of("includes", "", "ca", "", "client", "WiFiClient", "prepare", "");
    private static final String SECURE_SETUP = """
              configTime(0, 0, "pool.ntp.org");  // certificates have dates
              while (time(nullptr) < 1600000000) {
                delay(200);
              }
            #if defined(ESP8266)
              net.setTrustAnchors(&trusted);
            #else
              net.setCACert(CA);
            #endif
            """;

    private static final String PASTE_HERE = """
            -----BEGIN CERTIFICATE-----
            paste the root certificate of the platform's server here
            -----END CERTIFICATE-----""";

    private ArduinoFormat() {}

    static String render(Login login) {
        Boards.requireSimpleLogin(login, "PubSubClient");
        Boards.requireHostNameCheck(login, "The TLS client of an ESP32 or ESP8266");
        Map<String, String> places = new HashMap<>(login.endpoint().tls() ? secured(login) : PLAIN);
        places.putAll(Map.of(
                "device", login.platform() + ", device " + login.device() + Boards.endNote(login, "//"),
                "settings", settings(login),
                "buffer", Integer.toString(bufferSize(login)),
                "connect", connect(login),
                "subscribe", subscribe(login),
                "example", login.example(),
                "reports", reports(login)));
        return Template.load("board.ino").fill(places);
    }

    private static Map<String, String> secured(Login login) {
        return Map.of(
                "includes",
                "#include <WiFiClientSecure.h>\n#include <time.h>\n",
                "ca",
                certificate(login),
                "client",
                "WiFiClientSecure",
                "prepare",
                SECURE_SETUP);
    }

    private static String settings(Login login) {
        return "const char HOST[] = " + literal(login.host()) + ";\n"
                + "const uint16_t PORT = " + login.endpoint().port() + ";\n"
                + "const char CLIENT_ID[] = " + literal(login.clientId()) + ";\n"
                + login.connect()
                        .username()
                        .map(name -> "const char USER[] = " + literal(name) + ";\n")
                        .orElse("const char *USER = nullptr;\n")
                + login.password()
                        .map(password -> "const char PASSWORD[] = " + literal(password) + ";\n")
                        .orElse("const char *PASSWORD = nullptr;\n")
                + "const uint16_t KEEP_ALIVE = " + login.keepAliveSeconds() + ";  // seconds";
    }

    private static String connect(Login login) {
        return login.connect().cleanStart()
                ? "mqtt.connect(CLIENT_ID, USER, PASSWORD)"
                : "mqtt.connect(CLIENT_ID, USER, PASSWORD, nullptr, 0, false, nullptr, false)";
    }

    private static String subscribe(Login login) {
        return login.subscriptions().stream()
                .map(subscription ->
                        "  mqtt.subscribe(" + literal(subscription.filter().text()) + ", "
                                + Math.min(1, subscription.qos().level()) + ");")
                .collect(Collectors.joining("\n"));
    }

    private static String reports(Login login) {
        return login.reports().stream().map(ArduinoFormat::report).collect(Collectors.joining("\n"));
    }

    private static String report(Publication report) {
        String payload = literal(report.payload().toArray());
        return "  mqtt.publish(" + literal(report.topic().text()) + ",\n               " + payload + ", "
                + report.retained() + ");";
    }

    private static String certificate(Login login) {
        Optional<String> pem = Boards.trustedPem(login);
        return "\n// The certificate that vouches for the server.\nconst char CA[] = R\"PEM(" + pem.orElse(PASTE_HERE)
                + "\n)PEM\";\n#if defined(ESP8266)\nBearSSL::X509List trusted(CA);\n#endif\n";
    }

    /** The library builds every packet in one buffer, and answers false when a packet is longer. */
    private static int bufferSize(Login login) {
        int connect = length(login.clientId())
                + login.connect().username().map(ArduinoFormat::length).orElse(0)
                + login.password().map(ArduinoFormat::length).orElse(0);
        int report = login.reports().stream()
                .mapToInt(each -> length(each.topic().text()) + each.payload().length())
                .max()
                .orElse(0);
        int needed = Math.max(connect, report) + PACKET_OVERHEAD;
        return Math.max(SMALLEST_BUFFER, Integer.highestOneBit(needed) * 2);
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String literal(String text) {
        return literal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Octal escapes end after three digits, hexadecimal ones would swallow what follows; {@code ?} may be a trigraph. */
    private static String literal(byte[] bytes) {
        StringBuilder literal = new StringBuilder("\"");
        for (byte each : bytes) {
            int value = each & 0xFF;
            if (value == '"' || value == '\\' || value == '?') {
                literal.append('\\').append((char) value);
            } else if (value >= 0x20 && value < 0x7F) {
                literal.append((char) value);
            } else {
                literal.append(String.format("\\%03o", value));
            }
        }
        return literal.append('"').toString();
    }
}
