package org.iotconnector.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.iotconnector.core.InvalidConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a secret from a file, and warns when the file is open to everybody. */
final class SecretFile {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);
    private static final int LIMIT = 64 * 1024;

    private SecretFile() {}

    static String read(Path file) {
        String text = withoutLineEnd(TextFile.read("Secret file", file, LIMIT));
        if (text.isEmpty()) {
            throw InvalidConfigurationException.of(
                    "", "Secret file " + file + " is empty; write the secret into it, and nothing else.");
        }
        if (isReadableByAll(file)) {
            LOG.warn("Secret file {} can be read by every user of this machine; chmod 600 closes it.", file);
        }
        return text;
    }

    private static String withoutLineEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isReadableByAll(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // No POSIX permissions here, so nothing to warn about.
        }
    }
}
