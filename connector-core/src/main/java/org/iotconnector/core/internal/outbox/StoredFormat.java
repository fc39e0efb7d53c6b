package org.iotconnector.core.internal.outbox;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.iotconnector.core.session.MessageProperties;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;

/**
 * Stored messages as bytes: version (1), accepted at (8, milliseconds), source, message, sections, CRC-32C of all before
 * (4). A message is flags (1: quality of service, retained), cost (4), topic, payload. Texts and payloads come after their
 * length (4). A section is a tag (1), a length (4) and content; a reader skips tags that it does not know, so that later
 * versions can add what a message may carry.
 */
final class StoredFormat {
    private static final byte VERSION = 1;
    private static final int CHECKSUM = Integer.BYTES;

    private static final byte PROPERTY_NAME = 1;
    private static final byte ECHO = 2;
    private static final byte AS_HISTORY = 3;
    private static final byte CONTENT_TYPE = 4;
    private static final byte RESPONSE_TOPIC = 5;
    private static final byte CORRELATION_DATA = 6;
    private static final byte MESSAGE_EXPIRY = 7;
    private static final byte USER_PROPERTY = 8;

    private StoredFormat() {}

    static byte[] write(StoredMessage message) {
        GrowingBuffer out =
                new GrowingBuffer(96 + message.publication().payload().length());
        out.putByte(VERSION).putLong(message.acceptedAt().toEpochMilli()).putText(message.source());
        putMessage(out, message.outgoing());
        message.outgoing().properties().stream()
                .sorted()
                .forEach(name -> out.section(PROPERTY_NAME, it -> it.putText(name)));
        for (Echo echo : message.outgoing().echoes()) {
            out.section(ECHO, it -> it.putText(echo.topic().text()).putBytes(echo.payload()));
        }
        putProperties(out, message.publication().properties());
        message.asHistory().ifPresent(form -> out.section(AS_HISTORY, it -> putMessage(it, form)));
        out.putInt(checksum(out.written()));
        return out.toArray();
    }

    private static void putProperties(GrowingBuffer out, MessageProperties properties) {
        properties.contentType().ifPresent(text -> out.section(CONTENT_TYPE, it -> it.putText(text)));
        properties.responseTopic().ifPresent(topic -> out.section(RESPONSE_TOPIC, it -> it.putText(topic.text())));
        properties.correlationData().ifPresent(data -> out.section(CORRELATION_DATA, it -> it.putBytes(data)));
        properties
                .messageExpiry()
                .ifPresent(expiry -> out.section(MESSAGE_EXPIRY, it -> it.putLong(expiry.toSeconds())));
        properties
                .userProperties()
                .forEach(pair ->
                        out.section(USER_PROPERTY, it -> it.putText(pair.name()).putText(pair.value())));
    }

    private static void putMessage(GrowingBuffer out, Outgoing message) {
        Publication publication = message.publication();
        int flags = publication.qos().level() | (publication.retained() ? 4 : 0);
        out.putByte((byte) flags)
                .putInt(message.cost())
                .putText(publication.topic().text())
                .putBytes(publication.payload());
    }

    /** Fails for what a later version of this program has written: it must not pass for damaged. */
    static void checkVersion(byte[] bytes) throws IOException {
        if (bytes.length > CHECKSUM && bytes[0] > VERSION && isWhole(bytes)) {
            throw new IOException("it was written by a later version of this program (form " + bytes[0] + ", known is "
                    + VERSION + "); use that version.");
        }
    }

    private static boolean isWhole(byte[] bytes) {
        int end = bytes.length - CHECKSUM;
        return ByteBuffer.wrap(bytes).getInt(end) == checksum(ByteBuffer.wrap(bytes, 0, end));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when the bytes are damaged
     */
    static StoredMessage read(byte[] bytes) throws IOException {
        if (bytes.length <= CHECKSUM) {
            throw new IOException("A stored message has " + bytes.length + " bytes; it is cut off.");
        }
        ByteBuffer content = ByteBuffer.wrap(bytes, 0, bytes.length - CHECKSUM);
        if (!isWhole(bytes)) {
            throw new IOException("A stored message of " + bytes.length + " bytes is damaged.");
        }
        content.get();
        try {
            return readContent(content);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("A stored message of " + bytes.length + " bytes makes no sense.", e);
        }
    }

    private static StoredMessage readContent(ByteBuffer in) {
        Instant acceptedAt = Instant.ofEpochMilli(in.getLong());
        String source = text(in);
        Outgoing plain = readMessage(in);
        Set<String> properties = new HashSet<>();
        List<Echo> echoes = new ArrayList<>();
        Optional<Outgoing> history = Optional.empty();
        MessageProperties carried = MessageProperties.NONE;
        while (in.hasRemaining()) {
            byte tag = in.get();
            ByteBuffer section = part(in);
            if (tag == PROPERTY_NAME) {
                properties.add(text(section));
            } else if (tag == ECHO) {
                echoes.add(new Echo(TopicName.of(text(section)), Bytes.copyOf(part(section))));
            } else if (tag == AS_HISTORY) {
                history = Optional.of(readMessage(section));
            } else {
                carried = readProperty(carried, tag, section);
            }
        }
        Publication publication = plain.publication().with(carried);
        Outgoing outgoing = new Outgoing(publication, Optional.empty(), properties, echoes, plain.cost());
        return new StoredMessage(acceptedAt, source, outgoing, history);
    }

    private static MessageProperties readProperty(MessageProperties known, byte tag, ByteBuffer in) {
        return switch (tag) {
            case CONTENT_TYPE -> known.withContentType(text(in));
            case RESPONSE_TOPIC -> known.withResponseTopic(TopicName.of(text(in)));
            case CORRELATION_DATA -> known.withCorrelationData(Bytes.copyOf(part(in)));
            case MESSAGE_EXPIRY -> known.withMessageExpiry(Duration.ofSeconds(in.getLong()));
            case USER_PROPERTY -> known.withUserProperty(text(in), text(in));
            default -> known;
        };
    }

    private static Outgoing readMessage(ByteBuffer in) {
        int flags = in.get();
        int cost = in.getInt();
        TopicName topic = TopicName.of(text(in));
        Bytes payload = Bytes.copyOf(part(in));
        QualityOfService qos = QualityOfService.ofLevel(flags & 3);
        return Outgoing.of(new Publication(topic, payload, qos, (flags & 4) != 0))
                .costing(cost);
    }

    private static String text(ByteBuffer in) {
        return StandardCharsets.UTF_8.decode(part(in)).toString();
    }

    private static ByteBuffer part(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("length " + length);
        }
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return part;
    }

    private static int checksum(ByteBuffer content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return (int) sum.getValue();
    }
}
