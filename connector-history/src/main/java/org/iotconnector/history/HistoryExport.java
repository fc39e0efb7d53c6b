package org.iotconnector.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Value;

/**
 * Writes samples for other programs, one by one, so that the size of a history does not matter. Times are ISO 8601 in
 * UTC. Each method gives how many samples it has written, and throws {@link UncheckedIOException} when {@code out} does.
 */
public final class HistoryExport {
    private static final String LINE_END = "\r\n";

    private HistoryExport() {}

    /** CSV by RFC 4180 with the header {@code time,device,property,value}; a struct and an array as JSON. */
    public static long csv(History history, HistoryQuery query, Appendable out) {
        AtomicLong count = new AtomicLong();
        append(out, "time,device,property,value" + LINE_END);
        history.forEach(query, sample -> {
            append(
                    out,
                    String.join(
                                    ",",
                                    sample.time().toString(),
                                    cell(sample.device()),
                                    cell(sample.property()),
                                    cell(text(sample.value())))
                            + LINE_END);
            count.incrementAndGet();
        });
        return count.get();
    }

    /** A JSON array of objects with {@code time}, {@code device}, {@code property} and {@code value}, one a line. */
    public static long json(History history, HistoryQuery query, Appendable out) {
        AtomicLong count = new AtomicLong();
        append(out, "[");
        history.forEach(query, sample -> {
            byte[] object = JsonWriter.create()
                    .startObject()
                    .name("time")
                    .text(sample.time().toString())
                    .name("device")
                    .text(sample.device())
                    .name("property")
                    .text(sample.property())
                    .name("value")
                    .value(sample.value())
                    .endObject()
                    .finish();
            append(out, (count.getAndIncrement() == 0 ? "\n" : ",\n") + new String(object, StandardCharsets.UTF_8));
        });
        append(out, "\n]\n");
        return count.get();
    }

    private static String text(Value value) {
        return value instanceof Value.Struct || value instanceof Value.Array ? Json.toText(value) : value.asText();
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void append(Appendable out, String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
