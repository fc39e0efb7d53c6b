package org.iotconnector.core.internal.thing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;

/** The JSON of a thing model, from a file or a text, before anyone knows its notation. */
public final class ModelSource {
    private static final int MAX_BYTES = 512 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ModelProblems problems;
    private final ModelNode root;

    private ModelSource(byte[] json, String name) {
        problems = new ModelProblems(name);
        if (json.length > MAX_BYTES) {
            problems.add("", "A thing model may have at most 512 KB.");
            throw problems.toException();
        }
        root = new ModelNode(value(json), "", problems);
    }

    public static ModelSource of(Path file) {
        String name = "file " + file;
        try (InputStream in = Files.newInputStream(file)) {
            // Not the whole file: it may be a device or far larger than anything that could be a model.
            return new ModelSource(in.readNBytes(MAX_BYTES + 1), name);
        } catch (NoSuchFileException missing) {
            throw new MappingException("", "The thing model cannot be read: " + name + " does not exist.");
        } catch (IOException unreadable) {
            throw new MappingException(
                    "",
                    "The thing model cannot be read: " + name + " ("
                            + unreadable.getClass().getSimpleName() + ").",
                    unreadable);
        }
    }

    public static ModelSource of(String text) {
        return new ModelSource(text.getBytes(StandardCharsets.UTF_8), "the given text");
    }

    ModelNode root() {
        return root;
    }

    ModelProblems problems() {
        return problems;
    }

    private Value value(byte[] json) {
        try {
            return JsonReading.read(withoutByteOrderMark(json));
        } catch (MappingException notJson) {
            String message = String.valueOf(notJson.getMessage());
            String prefix = notJson.location().isEmpty() ? "" : notJson.location() + ": ";
            problems.add(notJson.location(), message.substring(prefix.length()));
            throw problems.toException();
        }
    }

    /** Editors on Windows put the mark there; JSON itself has none. */
    private static byte[] withoutByteOrderMark(byte[] json) {
        byte[] mark = String.valueOf(BYTE_ORDER_MARK).getBytes(StandardCharsets.UTF_8);
        boolean marked = json.length >= mark.length && Arrays.equals(json, 0, mark.length, mark, 0, mark.length);
        return marked ? Arrays.copyOfRange(json, mark.length, json.length) : json;
    }
}
