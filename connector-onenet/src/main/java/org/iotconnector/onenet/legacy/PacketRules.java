package org.iotconnector.onenet.legacy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.MappingException;

/** The rules that several parts of a packet share. */
final class PacketRules {
    private static final int MAX_NAME = 128;

    private PacketRules() {}

    static void stream(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new MappingException(
                    "",
                    "A data stream's name must have 1 to " + MAX_NAME + " characters but has " + name.length() + ".");
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                throw new MappingException(
                        "", "A data stream's name must hold no control character (index " + i + ").");
            }
        }
        encodable("A data stream's name", name);
    }

    static void encodable(String what, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new MappingException("", what + " holds half a character, which UTF-8 cannot carry.");
        }
    }

    static <T> List<T> atLeastOne(String what, List<T> items) {
        if (items.isEmpty()) {
            throw new MappingException("", "There must be at least one " + what + ".");
        }
        return List.copyOf(items);
    }

    static <T> List<T> atMost(int limit, String what, List<T> items) {
        if (items.size() > limit) {
            throw new MappingException(
                    "", "There are " + items.size() + " " + what + "s; " + limit + " are allowed. Split them.");
        }
        return items;
    }

    static Optional<LocalDateTime> textTime(Optional<LocalDateTime> time) {
        return within(time, 1, 9999);
    }

    static Optional<LocalDateTime> binaryTime(Optional<LocalDateTime> time) {
        return within(time, 2000, 2099);
    }

    private static Optional<LocalDateTime> within(Optional<LocalDateTime> time, int first, int last) {
        time.filter(it -> it.getYear() < first || it.getYear() > last).ifPresent(wrong -> {
            throw new MappingException(
                    "",
                    "The year of " + wrong + " is outside " + first + " to " + last
                            + ", which is all there is room for.");
        });
        return time.map(it -> it.truncatedTo(ChronoUnit.SECONDS));
    }

    static List<DataStream> distinctTimes(List<DataStream> streams) {
        Set<String> names = new HashSet<>();
        for (DataStream stream : streams) {
            if (!names.add(stream.id())) {
                throw new MappingException(stream.id(), "is there twice; a packet of layout 4 names a stream once.");
            }
            Set<LocalDateTime> times = new HashSet<>();
            for (DataStream.Point point : stream.points()) {
                LocalDateTime at = point.at()
                        .orElseThrow(() -> new MappingException(
                                stream.id(), "has a point without a time, which layout 4 cannot hold; use layout 1."));
                if (!times.add(at)) {
                    throw new MappingException(
                            stream.id(), "has two points of " + at + ", which layout 4 cannot hold; use layout 1.");
                }
            }
        }
        return streams;
    }
}
