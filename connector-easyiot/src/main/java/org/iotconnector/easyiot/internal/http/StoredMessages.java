package org.iotconnector.easyiot.internal.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.easyiot.EasyIotStoredMessage;

/** Looks for messages in an answer whose shape nobody has documented. */
public final class StoredMessages {
    private static final List<String> LISTS = List.of("messages", "data", "list", "items", "result", "records", "rows");
    private static final List<String> TIMES = List.of(
            "time",
            "timestamp",
            "ts",
            "created",
            "createdat",
            "created_at",
            "createtime",
            "create_time",
            "date",
            "updatedat",
            "updated_at");
    private static final List<String> TEXTS = List.of("message", "msg", "content", "payload", "value", "text", "data");
    /** The list may stand inside an envelope inside an envelope. */
    private static final int DEEPEST = 3;

    /** Later than this, a number counts milliseconds: in seconds it would be the year 5138. */
    private static final long LAST_SECOND = 99_999_999_999L;

    private static final ZoneId SITE = ZoneId.of("Asia/Shanghai");

    private StoredMessages() {}

    /** The messages in an answer; {@link MappingException} if there is no list. */
    public static List<EasyIotStoredMessage> read(byte[] json) {
        Value answer = Json.read(json);
        List<Value> rows = list(answer, DEEPEST)
                .orElseThrow(() -> new MappingException(
                        "",
                        "The answer has no list of messages under any of " + LISTS + "; it has " + names(answer)
                                + ". The site may have changed."));
        return rows.stream().map(StoredMessages::row).toList();
    }

    private static Optional<List<Value>> list(Value value, int depth) {
        if (value instanceof Value.Array it) {
            return Optional.of(it.value());
        }
        if (!(value instanceof Value.Struct it) || depth == 0) {
            return Optional.empty();
        }
        return LISTS.stream()
                .flatMap(name -> it.value().find(name).stream())
                .flatMap(member -> list(member, depth - 1).stream())
                .findFirst();
    }

    private static String names(Value value) {
        return value instanceof Value.Struct it ? "the members " + it.value().names() : "no members";
    }

    private static EasyIotStoredMessage row(Value row) {
        if (!(row instanceof Value.Struct it)) {
            return new EasyIotStoredMessage(Optional.empty(), text(row));
        }
        Value text = find(it.value(), TEXTS)
                .orElseThrow(() -> new MappingException(
                        "", "A message has no text under any of " + TEXTS + "; it has " + names(row) + "."));
        return new EasyIotStoredMessage(find(it.value(), TIMES).flatMap(StoredMessages::time), text(text));
    }

    private static Optional<Value> find(Values row, List<String> names) {
        return names.stream()
                .flatMap(name -> row.names().stream()
                        .filter(given -> given.toLowerCase(Locale.ROOT).equals(name)))
                .findFirst()
                .map(row::get);
    }

    private static String text(Value value) {
        return value instanceof Value.Struct || value instanceof Value.Array ? Json.toText(value) : value.asText();
    }

    private static Optional<Instant> time(Value value) {
        try {
            if (value instanceof Value.Text it && !it.value().matches("[0-9]{1,18}")) {
                return Optional.of(parse(it.value().strip()));
            }
            long number = value.asLong();
            return Optional.of(number > LAST_SECOND ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        } catch (DateTimeException | MappingException unknown) {
            return Optional.empty();
        }
    }

    /** With an offset as it says, without one by the clocks where the site is. */
    private static Instant parse(String text) {
        String iso = text.replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException noOffset) {
            return LocalDateTime.parse(iso).atZone(SITE).toInstant();
        }
    }
}
