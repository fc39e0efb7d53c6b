package org.iotconnector.cli.internal.credentials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.core.session.MqttVersion;

/** What clients of other makes can and cannot do, and what their programs are made of. */
final class Boards {
    private static final String PEM_START = "-----BEGIN CERTIFICATE-----";
    private static final String PEM_END = "-----END CERTIFICATE-----";

    private Boards() {}

    /** MQTT in WebSocket frames is known to few clients. */
    static void requirePlainMqtt(Login login, String client) {
        if (login.endpoint().transport().webSocket()) {
            throw CommandFailure.usage("The endpoint " + login.endpoint() + " is a WebSocket, which " + client
                    + " cannot speak; give a mqtt:// or mqtts:// endpoint.");
        }
    }

    /** Clients on boards speak one version and have no room for a certificate of their own. */
    static void requireSimpleLogin(Login login, String client) {
        requirePlainMqtt(login, client);
        if (login.connect().version() == MqttVersion.V5) {
            throw CommandFailure.usage(
                    client + " speaks MQTT 3.1.1 only; leave mqttVersion (--mqtt-version) at 3.1.1.");
        }
        if (login.endpoint().tls() && login.tls().certificate().isPresent()) {
            throw CommandFailure.usage("The program for " + client
                    + " does not show a client certificate; drop clientCertificateFile (--client-certificate-file).");
        }
    }

    /** Some clients compare the host name always: a server whose certificate names no host is closed to them. */
    static void requireHostNameCheck(Login login, String client) {
        if (login.endpoint().tls() && login.tls().anyHostName()) {
            throw CommandFailure.usage(client + " demands that a certificate names its host, which that of "
                    + login.host() + " does not. Give a plain endpoint, such as mqtt://" + login.host()
                    + ":1883, if the platform has one.");
        }
    }

    /** The first certificate to trust in PEM form, line ends as {@code \n}; empty if none was given. */
    static Optional<String> trustedPem(Login login) {
        return login.tls()
                .trust()
                .map(Boards::firstPem)
                .orElseGet(() -> login.tls().pem());
    }

    /** What the head of a program says about the password; empty when it never ends. */
    static String endNote(Login login, String comment) {
        return login.end()
                .map(end -> "\n" + comment + " Its password is good for logins until " + end + ".")
                .orElse("");
    }

    private static Optional<String> firstPem(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            int start = text.indexOf(PEM_START);
            int end = text.indexOf(PEM_END, Math.max(start, 0));
            return start < 0 || end < 0
                    ? Optional.empty()
                    : Optional.of(text.substring(start, end + PEM_END.length()).replace("\r", ""));
        } catch (IOException e) {
            throw CommandFailure.failed("The trust file " + file + " (--trust-file) cannot be read: " + e.getMessage());
        }
    }
}
