package org.iotconnector.cli.internal.credentials;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.Subscription;

/**
 * Command lines for {@code mosquitto_pub} and {@code mosquitto_sub}. Their manual pages, version 2.0, read 2026-11.
 */
final class MosquittoFormat {
    /** Where Debian, Alpine, Arch and their children keep the well-known authorities in the form that OpenSSL reads. */
    private static final String SYSTEM_TRUST = "/etc/ssl/certs";

    /** Written by the first of the commands, where the platform has a certificate of its own. */
    private static final String CERTIFICATE_FILE = "platform.pem";

    private MosquittoFormat() {}

    static String render(Login login) {
        Boards.requirePlainMqtt(login, "mosquitto's clients");
        StringBuilder text = new StringBuilder();
        login.end()
                .ifPresent(end -> text.append("# The password is good for logins until ")
                        .append(end)
                        .append(".\n"));
        ownCertificate(login)
                .ifPresent(pem -> text.append("# The certificate that vouches for the server.\ncat > ")
                        .append(CERTIFICATE_FILE)
                        .append(" <<'END'\n")
                        .append(pem)
                        .append("\nEND\n\n"));
        text.append("# Reports ")
                .append(login.example())
                .append(" once, as ")
                .append(login.device())
                .append(".\n");
        for (Publication report : login.reports()) {
            text.append(ShellWord.command(publish(login, report))).append('\n');
        }
        text.append(
                        "\n# Shows what the platform sends, until Ctrl-C. Run one of these at a time: a second login as this")
                .append(" device ends the first.\n");
        text.append(ShellWord.command(subscribe(login))).append('\n');
        return text.toString();
    }

    /** The platform's own certificate, which has no file yet. */
    private static Optional<String> ownCertificate(Login login) {
        return login.tls().trust().isEmpty() && login.endpoint().tls()
                ? login.tls().pem()
                : Optional.empty();
    }

    private static List<String> publish(Login login, Publication report) {
        List<String> words = connection("mosquitto_pub", login);
        words.addAll(List.of("-q", Integer.toString(report.qos().level())));
        if (report.retained()) {
            words.add("-r");
        }
        words.addAll(List.of("-t", report.topic().text()));
        words.addAll(List.of("-m", new String(report.payload().toArray(), StandardCharsets.UTF_8)));
        return words;
    }

    private static List<String> subscribe(Login login) {
        List<String> words = connection("mosquitto_sub", login);
        if (!login.connect().cleanStart()) {
            words.add("-c");
        }
        int qos = login.subscriptions().stream()
                .mapToInt(subscription -> subscription.qos().level())
                .max()
                .orElse(0);
        words.addAll(List.of("-v", "-q", Integer.toString(qos)));
        for (Subscription subscription : login.subscriptions()) {
            words.addAll(List.of("-t", subscription.filter().text()));
        }
        return words;
    }

    private static List<String> connection(String program, Login login) {
        List<String> words = new ArrayList<>(List.of(
                program,
                "-V",
                login.connect().version() == MqttVersion.V5 ? "mqttv5" : "mqttv311",
                "-h",
                login.host(),
                "-p",
                Integer.toString(login.endpoint().port())));
        if (!login.clientId().isEmpty()) {
            // Without it the client makes up one of its own, which serves where the server would choose one.
            words.addAll(List.of("-i", login.clientId()));
        }
        login.connect().username().ifPresent(name -> words.addAll(List.of("-u", name)));
        login.password().ifPresent(password -> words.addAll(List.of("-P", password)));
        words.addAll(List.of("-k", Long.toString(login.keepAliveSeconds())));
        if (login.endpoint().tls()) {
            addTls(words, login);
        }
        return words;
    }

    private static void addTls(List<String> words, Login login) {
        Login.TlsFiles tls = login.tls();
        tls.trust()
                .map(Path::toString)
                .or(() -> ownCertificate(login).map(pem -> CERTIFICATE_FILE))
                .ifPresentOrElse(
                        file -> words.addAll(List.of("--cafile", file)),
                        () -> words.addAll(List.of("--capath", SYSTEM_TRUST)));
        tls.certificate().ifPresent(file -> {
            words.addAll(List.of("--cert", file.toString()));
            words.addAll(List.of("--key", tls.key().orElse(file).toString()));
        });
        if (tls.anyHostName()) {
            words.add("--insecure");
        }
    }
}
