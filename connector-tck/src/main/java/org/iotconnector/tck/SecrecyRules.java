package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.settings.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That no secret shows anywhere: not the ones given, not the passwords computed from them. */
abstract class SecrecyRules<C extends DeviceConfig<C>> extends LiveRules<C> {
    /** Shorter ones stand in texts by chance. */
    private static final int TELLING = 6;

    private LogCapture log;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    SecrecyRules(ProviderContract<C> contract) {
        super(contract);
    }

    @BeforeEach
    void capture() {
        log = contract().captureLogs();
    }

    @AfterEach
    void release() {
        log.close();
    }

    private List<String> secrets() {
        C config = config(Map.of());
        List<String> secrets = new ArrayList<>();
        for (Setting<?> setting : contract().provider().settings()) {
            String given = contract().identity().get(setting.key());
            if (setting.isSecret() && given != null) {
                secrets.add(given);
            }
        }
        contract()
                .provider()
                .connect(config, contract().now())
                .password()
                .ifPresent(password -> secrets.add(password.reveal()));
        secrets.removeIf(secret -> secret.length() < TELLING);
        return secrets;
    }

    private void assertSecretFree(String what, String text) {
        for (String secret : secrets()) {
            assertThat(text.contains(secret)).as(what + " shows a secret").isFalse();
        }
    }

    private static String everythingOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    @DisplayName("No toString shows a secret")
    void toString_ofAnything_showsNoSecret() {
        C config = config(Map.of());
        Device device = online();

        for (Object each : List.of(
                config,
                config.sessionKey(),
                contract().settings(Map.of()),
                contract().provider(),
                contract().provider().connect(config, contract().now()),
                contract().provider().codec(config),
                contract().provider().quotas(config),
                device,
                device.session(),
                device.session().state(),
                connector())) {
            assertSecretFree(each.getClass().getSimpleName(), each.toString());
        }
    }

    @Test
    @DisplayName("No log line shows a secret, on any level, while all goes well")
    void log_ofAGoodDay_showsNoSecret() {
        Device device = online();
        Await.value(device.report(contract().report(1)).acknowledged());
        platform().cutConnections();
        Await.value(device.report(contract().report(2)).acknowledged());
        device.close();

        assertThat(log.entries()).as("something is logged").isNotEmpty();
        log.entries().forEach(entry -> assertSecretFree("a log line", entry));
    }

    @Test
    @DisplayName("Neither the log nor the exception of a refused connection shows a secret")
    void refusal_always_showsNoSecret() {
        platform().refuseConnects(contract().refusedCode(), 1);
        Device device = open();

        Throwable failure = catchThrowable(() -> device.awaitOnline(Await.LIMIT));
        awaitPhase(device, SessionPhase.WAITING);

        assertSecretFree("the exception", everythingOf(Objects.requireNonNull(failure)));
        assertSecretFree("the state", device.session().state().toString());
        log.entries().forEach(entry -> assertSecretFree("a log line", entry));
    }

    @Test
    @DisplayName("A session trace shows neither a secret nor the user name, while all goes well and after a refusal")
    void trace_ofASession_showsNoSecret(@TempDir Path folder) throws IOException {
        platform().refuseConnects(contract().refusedCode(), 1);
        Device device = connector().open(config(Map.of("traceDirectory", folder.toString())));
        awaitPhase(device, SessionPhase.WAITING);
        device.session().connect();
        // Not awaitOnline, which would report the refusal that is over.
        awaitPhase(device, SessionPhase.ONLINE);
        Await.value(device.report(contract().report(1)).acknowledged());
        device.close();

        String trace = traces(folder);
        assertThat(trace).contains("> CONNECT", "! failed", "* ONLINE", "> PUBLISH");
        assertSecretFree("the trace", trace);
        contract()
                .provider()
                .connect(config(Map.of()), contract().now())
                .username()
                .filter(user -> user.length() >= TELLING)
                .ifPresent(user -> assertThat(trace.contains(user))
                        .as("the trace shows the user name")
                        .isFalse());
    }

    private static String traces(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    @DisplayName("Wrong settings are complained about without repeating the secret ones")
    void configure_withWrongSettings_showsNoSecret() {
        Throwable failure = catchThrowable(() -> contract().configure(Map.of("noSuchSetting", "1")));

        assertThat(failure).isInstanceOf(InvalidConfigurationException.class);
        assertSecretFree("the exception", everythingOf(failure));
    }
}
