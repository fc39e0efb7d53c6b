package org.iotconnector.cli.secrecy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * One device with a secret that is known here and stands nowhere by chance.
 *
 * @param platform the platform's id
 * @param server what the simulator calls its endpoint
 * @param settings the settings that are no secret
 * @param secretKey the setting that is
 * @param secret its value
 * @param wrongSecret a value that the platform refuses
 * @param computed whether the password of CONNECT is computed from the secret, not the secret itself
 */
record Account(
        String platform,
        String server,
        Map<String, String> settings,
        String secretKey,
        String secret,
        String wrongSecret,
        boolean computed) {

    /** The environment variable that gives the secret. */
    String variable() {
        return "IOTC_" + secretKey.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    /** The option that gives the secret. */
    String option() {
        return "--" + secretKey.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** A value that the device can report. */
    String value() {
        return settings.containsKey("thingModel") ? "LightSwitch=true" : "temperature=21";
    }

    /** The settings file's lines without the secret. */
    String lines(String endpoint) {
        return "platform: " + platform + "\nendpoint: " + endpoint + "\n"
                + settings.entrySet().stream()
                        .map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    /** A settings file that finds the secret in a file beside it. */
    Path complete(Path folder, String endpoint) {
        write(folder.resolve(platform + ".secret"), secret + "\n");
        return write(
                folder.resolve(platform + ".yaml"), lines(endpoint) + secretKey + "File: " + platform + ".secret\n");
    }

    /** A settings file that leaves the secret to the environment. */
    Path bare(Path folder, String endpoint) {
        return write(folder.resolve(platform + "-bare.yaml"), lines(endpoint));
    }

    static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
