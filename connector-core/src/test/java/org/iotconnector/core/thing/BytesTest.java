package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void copyOf_array_doesNotFollowIt() {
        byte[] source = {1, 2, 3};
        Bytes bytes = Bytes.copyOf(source);

        source[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes.toArray()).containsExactly(1, 2, 3);
        assertThat(bytes.at(2)).isEqualTo((byte) 3);
    }

    @Test
    void copyOf_buffer_takesTheRestAndLeavesThePosition() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3}).position(1);

        Bytes bytes = Bytes.copyOf(buffer);

        assertThat(bytes.toArray()).containsExactly(2, 3);
        assertThat(buffer.position()).isEqualTo(1);
    }

    @Test
    void asBuffer_isReadOnly() {
        assertThat(Bytes.ofUtf8("é").asBuffer().isReadOnly()).isTrue();
        assertThat(Bytes.ofUtf8("é").asBuffer().remaining()).isEqualTo(2);
    }

    @Test
    void toString_showsTheLengthOnly() {
        assertThat(Bytes.ofUtf8("secret")).hasToString("Bytes[6]");
        assertThat(Bytes.empty()).hasToString("Bytes[0]").isEqualTo(Bytes.copyOf(new byte[0]));
    }

    @Test
    void equals_keepsItsContract() {
        EqualsVerifier.forClass(Bytes.class).withNonnullFields("bytes").verify();
    }
}
