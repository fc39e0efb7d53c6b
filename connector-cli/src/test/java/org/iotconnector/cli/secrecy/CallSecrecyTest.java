package org.iotconnector.cli.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.iotconnector.core.spi.Providers;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.tck.LoudProcess;
import org.iotconnector.tck.SecretSearch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes every call of {@code iotc} that there is, on every platform, with right secrets, wrong secrets and mistyped ones, with
 * every logger at its finest level and stack traces on, and searches what comes out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallSecrecyTest {
    /** The part of a computed password that nobody can make without the key. */
    private static final Pattern SIGNATURE = Pattern.compile("sign=[A-Za-z0-9+/%]{16}");

    private final SecretSearch secrets = SecretSearch.of(Accounts.secrets());

    @TempDir
    private static Path folder;

    private List<Call> calls = List.of();
    private String logs = "";
    private String simulatorsOutput = "";

    @BeforeAll
    void makeCalls() {
        copyThingModel();
        try (SimulatedPlatforms platforms = new SimulatedPlatforms(folder)) {
            calls = Calls.of(folder, platforms::endpoint);
            Path file =
                    Account.write(folder.resolve("calls"), JsonMapper.shared().writeValueAsString(calls));
            try (LoudProcess host =
                    LoudProcess.start(folder, "host", CliHost.class.getName(), Map.of(), List.of(file.toString()))) {
                assertThat(host.exitCode()).isZero();
                logs = host.out() + host.err();
            }
            simulatorsOutput = platforms.process().out() + platforms.process().err();
        }
    }

    private static void copyThingModel() {
        try (var model = DemoSet.class.getResourceAsStream("lamp-tsl.json")) {
            Files.copy(model, folder.resolve("lamp-tsl.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void forget() {
        calls = List.of();
    }

    private static String read(Call call, String what) {
        try {
            return Files.readString(folder.resolve(call.name() + what));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String printed(Account account, String format) {
        return read(new Call(account.platform() + "-credentials-" + format, "", List.of(), Map.of(), 0), ".stdout");
    }

    @Test
    void accounts_ofThisTest_areOnEveryPlatform() {
        assertThat(Accounts.ALL.stream().map(Account::platform))
                .containsExactlyInAnyOrderElementsOf(Providers.load().ids());
    }

    @Test
    void calls_all_endAsTheyShould() {
        Map<String, String> unexpected = new LinkedHashMap<>();
        for (Call call : calls) {
            String code = read(call, ".code");
            if (call.exitCode() >= 0 && !code.equals(Integer.toString(call.exitCode()))) {
                unexpected.put(call.name(), code + " " + read(call, ".stderr") + read(call, ".stdout"));
            }
        }

        assertThat(unexpected).isEmpty();
    }

    @Test
    void errorOutput_ofAnyCall_showsNoSecret() {
        assertNothingIn(calls, ".stderr");
    }

    @Test
    void output_ofAnyCallButCredentials_showsNoSecret() {
        assertNothingIn(calls.stream().filter(call -> !call.printsPassword()).toList(), ".stdout");
    }

    private void assertNothingIn(List<Call> some, String what) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Call call : some) {
            String text = read(call, what);
            List<String> findings = new ArrayList<>(secrets.findIn(text));
            if (SIGNATURE.matcher(text).find()) {
                findings.add("a signature");
            }
            if (!findings.isEmpty()) {
                found.put(call.name(), findings);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void credentials_whosePasswordIsComputed_neverShowTheSecretItself() {
        for (Call call : calls) {
            if (call.printsPassword()
                    && Accounts.ALL.stream()
                            .anyMatch(
                                    account -> account.computed() && call.turn().equals(account.platform()))) {
                assertThat(secrets.findIn(read(call, ".stdout")))
                        .as(call.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void credentials_whosePasswordIsTheSecret_showItAsThePasswordAlone() {
        for (Account account : Accounts.ALL) {
            JsonNode json = JsonMapper.shared().readTree(printed(account, "json"));
            assertThat(json.get("password").asString().equals(account.secret()))
                    .as(account.platform())
                    .isEqualTo(!account.computed());
            json.properties().forEach(member -> {
                if (!member.getKey().equals("password")) {
                    assertThat(secrets.findIn(member.getValue().toString())).isEmpty();
                }
            });
            printed(account, "text")
                    .lines()
                    .filter(line -> !line.startsWith("  password "))
                    .forEach(line -> assertThat(secrets.findIn(line)).isEmpty());
        }
    }

    @Test
    void logs_ofEveryLevelAndLibrary_showNoSecret() {
        assertThat(logs)
                .as("the logs of core, of the MQTT client's network library and of the JDK")
                .contains("TRACE", "org.iotconnector.core.session", "io.netty");

        assertThat(secrets.findIn(logs)).isEmpty();
        assertThat(SIGNATURE.matcher(logs).results().map(MatchResult::start)).isEmpty();
    }

    @Test
    void logs_whateverIsLoggedIn_showNoComputedPassword() {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (Account account : Accounts.ALL) {
            JsonNode json = JsonMapper.shared().readTree(printed(account, "json"));
            passwords.put(
                    "the password on " + account.platform(),
                    json.get("password").asString());
        }
        // A token says what it is for, which is no secret, before it says the signature.
        passwords.computeIfPresent("the password on onenet", (name, token) -> token.replaceFirst(".*sign=", ""));
        SecretSearch search = SecretSearch.of(passwords);

        assertThat(search.findIn(logs)).isEmpty();
        assertThat(search.findIn(simulatorsOutput)).isEmpty();
    }

    @Test
    void simulator_ofAllPlatforms_showsNoSecret() {
        assertThat(simulatorsOutput).contains("DEBUG", "refused with CONNACK");

        assertThat(secrets.findIn(simulatorsOutput)).isEmpty();
        assertThat(SIGNATURE.matcher(simulatorsOutput).find()).isFalse();
    }
}
