package org.iotconnector.core.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.core.session.MessageProperties;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;

class StoredFormatTest {
    private static final StoredMessage MESSAGE = new StoredMessage(
            Instant.ofEpochMilli(1_700_000_000_123L),
            "lamp",
            new Outgoing(
                    Publication.text("t/灯", "{}").asRetained(),
                    Optional.empty(),
                    Set.of("LightSwitch"),
                    List.of(new Echo(TopicName.of("back"), Bytes.ofUtf8("1"))),
                    3),
            Optional.of(Outgoing.of(Publication.text("history", "[]"))));

    private static byte[] withChecksum(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return ByteBuffer.allocate(content.length + 4)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] content(byte[] written) {
        return Arrays.copyOf(written, written.length - 4);
    }

    @Property(tries = 300)
    void message_writtenAndRead_isTheSame(@ForAll("messages") StoredMessage message) throws IOException {
        assertThat(StoredFormat.read(StoredFormat.write(message))).isEqualTo(message);
    }

    @Property(tries = 300)
    void bytes_changedAnywhere_areRecognised(@ForAll int at, @ForAll byte by) {
        byte[] bytes = StoredFormat.write(MESSAGE);
        bytes[Math.floorMod(at, bytes.length)] ^= by == 0 ? 1 : by;

        assertThatThrownBy(() -> StoredFormat.read(bytes)).isInstanceOf(IOException.class);
    }

    @Property(tries = 300)
    void bytes_whatever_neverFailOtherwise(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> StoredFormat.read(withChecksum(bytes))).isInstanceOf(IOException.class);
    }

    @Example
    void section_unknown_isSkipped() throws IOException {
        byte[] content = content(StoredFormat.write(MESSAGE));
        byte[] longer = ByteBuffer.allocate(content.length + 8)
                .put(content)
                .put((byte) 99)
                .putInt(3)
                .put(new byte[] {1, 2, 3})
                .array();

        assertThat(StoredFormat.read(withChecksum(longer))).isEqualTo(MESSAGE);
    }

    @Example
    void version_later_isRefusedInsteadOfTakenForDamaged() {
        byte[] content = content(StoredFormat.write(MESSAGE));
        content[0] = 2;

        assertThatThrownBy(() -> StoredFormat.checkVersion(withChecksum(content)))
                .hasMessageContaining("form 2")
                .hasMessageContaining("use that version");
        assertThatCode(() -> StoredFormat.checkVersion(content)).doesNotThrowAnyException();
    }

    /** What is on users' disks: this must stay readable. */
    @Example
    void form1_asItWasWritten_isRead() throws IOException {
        byte[] form1 = ByteBuffer.allocate(1 + 8 + 4 + 4 + 1 + 4 + 4 + 3 + 4 + 2)
                .put((byte) 1)
                .putLong(1_700_000_000_123L)
                .putInt(4)
                .put("lamp".getBytes(StandardCharsets.UTF_8))
                .put((byte) 1)
                .putInt(1)
                .putInt(3)
                .put("t/x".getBytes(StandardCharsets.UTF_8))
                .putInt(2)
                .put("{}".getBytes(StandardCharsets.UTF_8))
                .array();

        assertThat(StoredFormat.read(withChecksum(form1)))
                .isEqualTo(new StoredMessage(
                        Instant.ofEpochMilli(1_700_000_000_123L),
                        "lamp",
                        Outgoing.of(Publication.text("t/x", "{}")),
                        Optional.empty()));
    }

    private static Arbitrary<MessageProperties> properties(Arbitrary<String> texts) {
        return Combinators.combine(
                        texts.optional(),
                        Arbitraries.of("a", "b/c").map(TopicName::of).optional(),
                        texts.map(Bytes::ofUtf8).optional(),
                        Arbitraries.longs()
                                .between(1, 4_294_967_295L)
                                .map(Duration::ofSeconds)
                                .optional(),
                        Combinators.combine(texts, texts)
                                .as(MessageProperties.UserProperty::new)
                                .list()
                                .ofMaxSize(3))
                .as(MessageProperties::new);
    }

    @Provide
    Arbitrary<StoredMessage> messages() {
        Arbitrary<String> texts = Arbitraries.strings().alpha().ofMaxLength(20);
        Arbitrary<TopicName> topics = Arbitraries.strings()
                .alpha()
                .withChars("/é灯")
                .ofMinLength(1)
                .ofMaxLength(200)
                .map(TopicName::of);
        Arbitrary<Bytes> payloads =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(2_000).map(Bytes::copyOf);
        Arbitrary<Publication> publications = Combinators.combine(
                        topics,
                        payloads,
                        Arbitraries.of(QualityOfService.class),
                        Arbitraries.of(true, false),
                        properties(texts))
                .as(Publication::new);
        Arbitrary<List<Echo>> echoes =
                Combinators.combine(topics, payloads).as(Echo::new).list().ofMaxSize(3);
        Arbitrary<Outgoing> outgoing = Combinators.combine(
                        publications,
                        texts.set().ofMaxSize(5),
                        echoes,
                        Arbitraries.integers().between(0, 1_000))
                .as((publication, names, all, cost) -> new Outgoing(publication, Optional.empty(), names, all, cost));
        Arbitrary<Optional<Outgoing>> histories = publications
                .map(it -> Outgoing.of(it.with(MessageProperties.NONE)))
                .optional();
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_102_444_800_000L).map(Instant::ofEpochMilli),
                        texts,
                        outgoing,
                        histories)
                .as(StoredMessage::new);
    }
}
