package org.iotconnector.onenet.legacy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;

/**
 * Records of text, cut by two characters that the text itself names first: {@code ,;temperature,22.5;humidity,95}.
 *
 * @param fieldSeparator stands between the fields of a record; one ASCII character
 * @param recordSeparator stands between records; another ASCII character
 * @param records at least one; no field may hold a separator
 */
public record DataText(char fieldSeparator, char recordSeparator, List<Entry> records) {
    /** What a time like 2016-01-02 03:04:05 may be made of. */
    private static final String TIME_CHARACTERS = "0123456789-: ";

    public DataText {
        separator(fieldSeparator);
        separator(recordSeparator);
        if (fieldSeparator == recordSeparator) {
            throw new MappingException(
                    "", "Fields and records need different separators, but both are '" + fieldSeparator + "'.");
        }
        records = PacketRules.atLeastOne("record", records);
        for (Entry entry : records) {
            without(entry.stream().orElse(""), fieldSeparator, recordSeparator);
            without(entry.value(), fieldSeparator, recordSeparator);
            if (entry.at().isPresent()) {
                without(TIME_CHARACTERS, fieldSeparator, recordSeparator);
            }
        }
    }

    /** Records with {@code ,} between fields and {@code ;} between records. */
    public static DataText of(List<Entry> records) {
        return new DataText(',', ';', records);
    }

    /**
     * One record: {@code stream,time,value}, {@code stream,value} or {@code value}.
     *
     * @param stream whose value it is; empty leaves that to the product's parser
     * @param at years 1 to 9999, cut to whole seconds; empty for the packet's time. Needs a stream
     * @param value as text; must not be empty when there is no stream
     */
    public record Entry(Optional<String> stream, Optional<LocalDateTime> at, String value) {
        public Entry {
            stream.ifPresent(PacketRules::stream);
            at = PacketRules.textTime(at);
            PacketRules.encodable("value", value);
            if (at.isPresent() && stream.isEmpty()) {
                throw new MappingException("", "A record with a time needs the name of its stream.");
            }
            if (stream.isEmpty() && value.isEmpty()) {
                throw new MappingException("", "A record needs a value or the name of a stream.");
            }
        }

        /** A value of a stream. */
        public static Entry of(String stream, String value) {
            return new Entry(Optional.of(stream), Optional.empty(), value);
        }

        /** A value of a stream at a time. */
        public static Entry of(String stream, LocalDateTime at, String value) {
            return new Entry(Optional.of(stream), Optional.of(at), value);
        }

        /** A value whose stream the product's parser knows. */
        public static Entry of(String value) {
            return new Entry(Optional.empty(), Optional.empty(), value);
        }
    }

    private static void separator(char separator) {
        if (separator == 0 || separator > 0x7F) {
            throw new MappingException(
                    "",
                    "A separator must be one ASCII character but has the code " + (int) separator
                            + "; use ',' and ';', for example.");
        }
    }

    private static void without(String field, char fieldSeparator, char recordSeparator) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == fieldSeparator || c == recordSeparator) {
                throw new MappingException(
                        "",
                        "A field holds the separator '" + c + "' (index " + i + "), which would cut it; choose other"
                                + " separators.");
            }
        }
    }
}
