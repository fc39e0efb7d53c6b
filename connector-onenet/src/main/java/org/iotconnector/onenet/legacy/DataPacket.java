package org.iotconnector.onenet.legacy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;

/**
 * What one message on the topic {@code $dp} holds: points of data streams, in one of seven layouts. {@link DataPoints}
 * turns it into bytes and back. Times have no zone here, as on the wire, and whole seconds; which zone the platform
 * takes them for is a setting of {@link LegacyConfig}. Making a packet that breaks a rule is a {@link MappingException}.
 * OneNET, "Device terminal access protocol, MQTT" V2.3, read 2026-11.
 */
public sealed interface DataPacket {
    /** The number of the layout, 1 to 7: the low six bits of the first byte. */
    int type();

    /**
     * Layout 1: for each stream any number of points, each with or without a time.
     *
     * @param streams at least one
     */
    record Points(List<DataStream> streams) implements DataPacket {
        public Points {
            streams = PacketRules.atLeastOne("data stream", streams);
        }

        @Override
        public int type() {
            return 1;
        }
    }

    /**
     * Layout 2: bytes, such as an image.
     *
     * @param stream which stream they belong to
     * @param at when they were made; empty for the time of arrival
     * @param description for people; empty for none
     * @param content the bytes; may be empty
     */
    record Binary(String stream, Optional<LocalDateTime> at, String description, Bytes content) implements DataPacket {
        public Binary {
            PacketRules.stream(stream);
            at = PacketRules.textTime(at);
            PacketRules.encodable("desc", description);
        }

        @Override
        public int type() {
            return 2;
        }
    }

    /**
     * Layout 3: one value of now for each stream.
     *
     * @param values at least one
     */
    record Latest(Values values) implements DataPacket {
        public Latest {
            if (values.isEmpty()) {
                throw new MappingException("", "A packet needs at least one value.");
            }
        }

        @Override
        public int type() {
            return 3;
        }
    }

    /**
     * Layout 4: for each stream values by their time.
     *
     * @param streams at least one, each named once; each point has a time, and no two of a stream have the same
     */
    record Timed(List<DataStream> streams) implements DataPacket {
        public Timed {
            streams = PacketRules.distinctTimes(PacketRules.atLeastOne("data stream", streams));
        }

        @Override
        public int type() {
            return 4;
        }
    }

    /** Layout 5: text that two separators cut. */
    record Text(DataText content) implements DataPacket {
        @Override
        public int type() {
            return 5;
        }
    }

    /**
     * Layout 6: as 5, with a time for all records.
     *
     * @param time 2000 to 2099; empty for the time of arrival
     */
    record TimedText(Optional<LocalDateTime> time, DataText content) implements DataPacket {
        public TimedText {
            time = PacketRules.binaryTime(time);
        }

        @Override
        public int type() {
            return 6;
        }
    }

    /**
     * Layout 7: floats of numbered streams.
     *
     * @param time 2000 to 2099; empty for the time of arrival
     * @param groups 1 to 500
     */
    record Floats(Optional<LocalDateTime> time, List<FloatGroup> groups) implements DataPacket {
        /** How many groups a packet holds at most. */
        public static final int MAX_GROUPS = 500;

        public Floats {
            time = PacketRules.binaryTime(time);
            groups = PacketRules.atMost(MAX_GROUPS, "stream", PacketRules.atLeastOne("stream", groups));
        }

        @Override
        public int type() {
            return 7;
        }
    }

    /** Calls the one function that fits this packet's layout and returns what it returns. */
    default <R> R match(
            Function<? super Points, ? extends R> points,
            Function<? super Binary, ? extends R> binary,
            Function<? super Latest, ? extends R> latest,
            Function<? super Timed, ? extends R> timed,
            Function<? super Text, ? extends R> text,
            Function<? super TimedText, ? extends R> timedText,
            Function<? super Floats, ? extends R> floats) {
        if (this instanceof Points it) {
            return points.apply(it);
        } else if (this instanceof Binary it) {
            return binary.apply(it);
        } else if (this instanceof Latest it) {
            return latest.apply(it);
        } else if (this instanceof Timed it) {
            return timed.apply(it);
        } else if (this instanceof Text it) {
            return text.apply(it);
        } else if (this instanceof TimedText it) {
            return timedText.apply(it);
        }
        return floats.apply((Floats) this);
    }
}
