package org.iotconnector.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static final String EMPTY_MD5 = "d41d8cd98f00b204e9800998ecf8427e";

    @Test
    void matches_digestOfTheData_isTrue() {
        Checksum checksum = Checksum.md5(EMPTY_MD5.toUpperCase(java.util.Locale.ROOT));

        assertThat(checksum.matches(checksum.newDigest().digest())).isTrue();
        assertThat(checksum).hasToString("MD5 " + EMPTY_MD5);
    }

    @Test
    void matches_anotherDigest_isFalse() {
        assertThat(Checksum.md5(EMPTY_MD5).matches(new byte[16])).isFalse();
    }

    @Test
    void sha256_ofTooFewDigits_isRefused() {
        assertThatThrownBy(() -> Checksum.sha256(EMPTY_MD5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A checksum of SHA-256 has 64 hexadecimal digits");
    }

    @Test
    void sha1_ofOtherCharacters_isRefused() {
        assertThatThrownBy(() -> Checksum.sha1("g".repeat(40))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equals_algorithmAndDigest_count() {
        EqualsVerifier.forClass(Checksum.class)
                .withNonnullFields("algorithm", "digest")
                .verify();
    }
}
