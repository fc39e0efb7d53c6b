package org.iotconnector.cli.internal.credentials;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.core.settings.NearestName;

/** The forms in which a login can be printed. */
enum CredentialsFormat {
    TEXT,
    JSON,
    ENV,
    MOSQUITTO,
    MICROPYTHON,
    ARDUINO;

    /** The login in this form, with a line end at the end. */
    String render(Login login) {
        return switch (this) {
            case TEXT -> PlainFormats.text(login);
            case JSON -> PlainFormats.json(login);
            case ENV -> PlainFormats.env(login);
            case MOSQUITTO -> MosquittoFormat.render(login);
            case MICROPYTHON -> MicroPythonFormat.render(login);
            case ARDUINO -> ArduinoFormat.render(login);
        };
    }

    /** The format with this name; an unknown one is wrong usage. */
    static CredentialsFormat parse(String name) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage("There is no format \"" + name + "\""
                        + NearestName.of(name, labels())
                                .map(nearest -> ", did you mean " + nearest + "?")
                                .orElse("; use one of " + String.join(", ", labels()) + ".")));
    }

    static String choices() {
        return labels().stream().collect(Collectors.joining("|", "<", ">"));
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(CredentialsFormat::label).toList();
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
