package org.iotconnector.mqtt.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Value;
import org.iotconnector.mqtt.EnumerationForm;

/** How one value is written and read, as text and in JSON. Immutable. */
final class ValueForms {
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,400})(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");
    private static final String PLAIN_WORDS = "true/false";

    private final String onWord;
    private final String offWord;
    private final boolean plainWords;
    private final EnumerationForm enumerations;

    /** Writes with these forms; {@code booleanWords} has a slash between the words of true and false. */
    ValueForms(String booleanWords, EnumerationForm enumerations) {
        int slash = booleanWords.indexOf('/');
        this.onWord = booleanWords.substring(0, slash);
        this.offWord = booleanWords.substring(slash + 1);
        this.plainWords = booleanWords.equals(PLAIN_WORDS);
        this.enumerations = enumerations;
    }

    /** The value as a payload of text; a struct or an array as JSON. */
    String toText(Optional<DataType> type, Value value) {
        Value written = toJson(type, value);
        if (written instanceof Value.Struct || written instanceof Value.Array) {
            return Json.toText(written);
        }
        return written.asText();
    }

    /** The value as it stands in JSON. */
    Value toJson(Optional<DataType> type, Value value) {
        if (value instanceof Value.Bool it && !plainWords) {
            return new Value.Text(it.value() ? onWord : offWord);
        }
        if (value instanceof Value.Int it && enumerations == EnumerationForm.LABEL && isEnumeration(type)) {
            String label = type.get().labels().get((int) it.value());
            return label == null || label.isEmpty() ? value : new Value.Text(label);
        }
        return value;
    }

    /**
     * Reads a payload of text. Without a type a number is a number, a word for true or false a boolean, an object or an
     * array of JSON that, and anything else a text.
     *
     * @throws MappingException if a type is given and it is not of that
     */
    Value fromText(Optional<DataType> type, String text) {
        if (type.isPresent()) {
            return typed(type.get(), text);
        }
        Optional<Value> word = word(text);
        if (word.isPresent()) {
            return word.get();
        }
        String plain = text.strip();
        boolean json = NUMBER.matcher(plain).matches() || plain.startsWith("{") || plain.startsWith("[");
        if (json) {
            try {
                return Json.read(plain.getBytes(StandardCharsets.UTF_8));
            } catch (MappingException notJson) {
                return new Value.Text(text);
            }
        }
        return new Value.Text(text);
    }

    private Value typed(DataType type, String text) {
        if (type.name().equals("text")) {
            return type.parse(text);
        }
        String plain = text.strip();
        if (type.name().equals("bool")) {
            return word(plain).orElseGet(() -> type.parse(plain));
        }
        return type.parse(plain);
    }

    /** Reads what stands in JSON: texts become what the type says, where they can. */
    Value fromJson(Optional<DataType> type, Value value) {
        if (!(value instanceof Value.Text text)
                || type.filter(it -> it.name().equals("text")).isPresent()) {
            return value;
        }
        if (type.isEmpty()) {
            // A text in JSON is a text, unless the words of this device say that it is a boolean.
            return plainWords ? value : word(text.value()).orElse(value);
        }
        try {
            return typed(type.get(), text.value());
        } catch (MappingException unlike) {
            // The thing model says what is wrong with it, and the command is answered so.
            return value;
        }
    }

    private Optional<Value> word(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals(onWord.toLowerCase(Locale.ROOT))) {
            return Optional.of(new Value.Bool(true));
        }
        return lower.equals(offWord.toLowerCase(Locale.ROOT)) ? Optional.of(new Value.Bool(false)) : Optional.empty();
    }

    private static boolean isEnumeration(Optional<DataType> type) {
        return type.filter(it -> it.name().equals("enum")).isPresent();
    }
}
