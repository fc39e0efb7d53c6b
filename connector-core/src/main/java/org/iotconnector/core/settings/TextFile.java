package org.iotconnector.core.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.iotconnector.core.InvalidConfigurationException;

/** Reads a small UTF-8 file, with an error that says which file is wrong and how. */
final class TextFile {
    private TextFile() {}

    /** Reads {@code file}; {@code what} begins the messages, such as "Settings file". */
    static String read(String what, Path file, int limit) {
        String text = decode(what, file, readBytes(what, file, limit));
        // Some editors on Windows begin a UTF-8 file with a byte order mark.
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte[] readBytes(String what, Path file, int limit) {
        if (Files.isDirectory(file)) {
            throw failure(what, file, "is a folder; name a file in it.");
        }
        byte[] bytes;
        // Not Files.size: a pipe or /dev/stdin has none.
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(limit + 1);
        } catch (NoSuchFileException e) {
            throw failure(what, file, "does not exist; looked for " + file.toAbsolutePath() + ".");
        } catch (AccessDeniedException e) {
            throw failure(what, file, "may not be read by this user; check its permissions.");
        } catch (IOException e) {
            throw failure(what, file, "cannot be read: " + e.getMessage() + ".");
        }
        if (bytes.length > limit) {
            throw failure(what, file, "is larger than " + SizeText.format((long) limit) + "; is it the right file?");
        }
        return bytes;
    }

    private static String decode(String what, Path file, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            // The decoder leaves the buffer at the first byte it cannot take.
            throw failure(what, file, "is not UTF-8 text (byte " + buffer.position() + "); save it as UTF-8.");
        }
    }

    private static InvalidConfigurationException failure(String what, Path file, String problem) {
        return InvalidConfigurationException.of("", what + " " + file + " " + problem);
    }
}
