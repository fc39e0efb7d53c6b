package org.iotconnector.cli.internal.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A program for MicroPython and its {@code umqtt.simple}. All texts are bytes there, because the library takes their
 * length in characters; reports go with QoS 0, because releases of the library differ in whether QoS 1 works.
 */
final class MicroPythonFormat {
    private static final String TLS_WITH_CA = """


            def tls():
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
                context.verify_mode = ssl.CERT_REQUIRED
                context.load_verify_locations(cadata=CA)
                return context
            """;

    private static final String TLS_OF_ANY_NAME = """


            class Certified:
                # The platform's certificate names no host, so it is compared as a whole and no name is asked for.
                def __init__(self, context):
                    self.context = context

                def wrap_socket(self, sock, server_hostname=None):
                    return self.context.wrap_socket(sock)


            def tls():
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
                context.verify_mode = ssl.CERT_REQUIRED
                context.load_verify_locations(cadata=CA)
                return Certified(context)
            """;

    private static final String NO_TLS = """


            def tls():
                return None  # plain TCP
            """;

    private static final String CA_FROM_FILE = """

            # The root certificate of the platform's server in DER form, copied to the board:
            # openssl x509 -in root.pem -outform der -out ca.der && mpremote cp ca.der :
            with open("ca.der", "rb") as file:
                CA = file.read()
            """;

    private MicroPythonFormat() {}

    static String render(Login login) {
        Boards.requireSimpleLogin(login, "umqtt.simple");
        boolean secure = login.endpoint().tls();
        Optional<String> pem = Boards.trustedPem(login);
        return Template.load("board.py")
                .fill(Map.of(
                        "device", login.platform() + ", device " + login.device() + Boards.endNote(login, "#"),
                        "example", login.example(),
                        "imports", secure ? "import ssl\n" + (pem.isPresent() ? "import binascii\n" : "") : "",
                        "host", text(login.host()),
                        "port", Integer.toString(login.endpoint().port()),
                        "settings", settings(login),
                        "reports", reports(login),
                        "topics", topics(login),
                        "ca", secure ? pem.map(MicroPythonFormat::embedded).orElse(CA_FROM_FILE) : "",
                        "tls", secure ? secureTls(login) : NO_TLS));
    }

    private static String secureTls(Login login) {
        return login.tls().anyHostName() ? TLS_OF_ANY_NAME : TLS_WITH_CA;
    }

    private static String settings(Login login) {
        return "CLIENT_ID = " + bytes(login.clientId()) + "\n"
                + "USER = "
                + login.connect().username().map(MicroPythonFormat::bytes).orElse("None") + "\n"
                + "PASSWORD = " + login.password().map(MicroPythonFormat::bytes).orElse("None") + "\n"
                + "KEEP_ALIVE = " + login.keepAliveSeconds() + "  # seconds\n"
                + "CLEAN_SESSION = " + (login.connect().cleanStart() ? "True" : "False");
    }

    private static String reports(Login login) {
        return login.reports().stream()
                .map(report -> "    (" + bytes(report.topic().text()) + ",\n     "
                        + bytes(report.payload().toArray()) + ", " + (report.retained() ? "True" : "False") + "),")
                .collect(Collectors.joining("\n"));
    }

    private static String topics(Login login) {
        return login.subscriptions().stream()
                .map(subscription -> "    (" + bytes(subscription.filter().text()) + ", "
                        + Math.min(1, subscription.qos().level()) + "),")
                .collect(Collectors.joining("\n"));
    }

    private static String embedded(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").strip();
        return "\n# The certificate that vouches for the server.\nCA = binascii.a2b_base64(\"\"\"\n" + base64
                + "\n\"\"\".replace(\"\\n\", \"\"))\n";
    }

    private static String text(String ascii) {
        return bytes(ascii).substring(1);
    }

    private static String bytes(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String bytes(byte[] bytes) {
        StringBuilder literal = new StringBuilder("b\"");
        for (byte each : bytes) {
            int value = each & 0xFF;
            if (value == '"' || value == '\\') {
                literal.append('\\').append((char) value);
            } else if (value >= 0x20 && value < 0x7F) {
                literal.append((char) value);
            } else {
                literal.append(String.format("\\x%02x", value));
            }
        }
        return literal.append('"').toString();
    }
}
