package org.iotconnector.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.iotconnector.cli.Cli;

/** Which version this is, as the build wrote it down. */
final class Version {
    private Version() {}

    static String read() {
        try (InputStream file = Cli.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("version", "(unknown version)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
