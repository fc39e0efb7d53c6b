package org.iotconnector.core.internal.thing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;

/**
 * Reads a TSL, Aliyun IoT's form of a thing model. Source: "TSL template" (help.aliyun.com/document_detail/89305.html)
 * and exported models.
 */
public final class TslReader {
    private static final int MAX_BYTES = 512 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TslReader() {}

    public static ThingModel read(Path file) {
        String name = "file " + file;
        try (InputStream in = Files.newInputStream(file)) {
            // Not the whole file: it may be a device or far larger than anything that could be a model.
            return parse(in.readNBytes(MAX_BYTES + 1), name);
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

    public static ThingModel parse(String tsl) {
        return parse(tsl.getBytes(StandardCharsets.UTF_8), "the given text");
    }

    private static ThingModel parse(byte[] tsl, String source) {
        TslProblems problems = new TslProblems(source);
        if (tsl.length > MAX_BYTES) {
            problems.add("", "A thing model may have at most 512 KB.");
            throw problems.toException();
        }
        TslNode root = new TslNode(json(tsl, problems), "", problems);
        TslModel model = new TslModel();
        if (root.isArray()) {
            if (root.items().isEmpty()) {
                root.problem("The list of modules is empty.");
            }
            root.items().forEach(model::addModule);
        } else {
            model.addModule(root);
        }
        problems.throwIfAny();
        return model.build();
    }

    private static Value json(byte[] tsl, TslProblems problems) {
        try {
            return JsonReading.read(withoutByteOrderMark(tsl));
        } catch (MappingException notJson) {
            String message = String.valueOf(notJson.getMessage());
            String prefix = notJson.location().isEmpty() ? "" : notJson.location() + ": ";
            problems.add(notJson.location(), message.substring(prefix.length()));
            throw problems.toException();
        }
    }

    /** Editors on Windows put the mark there; JSON itself has none. */
    private static byte[] withoutByteOrderMark(byte[] tsl) {
        byte[] mark = String.valueOf(BYTE_ORDER_MARK).getBytes(StandardCharsets.UTF_8);
        boolean marked = tsl.length >= mark.length && Arrays.equals(tsl, 0, mark.length, mark, 0, mark.length);
        return marked ? Arrays.copyOfRange(tsl, mark.length, tsl.length) : tsl;
    }
}
