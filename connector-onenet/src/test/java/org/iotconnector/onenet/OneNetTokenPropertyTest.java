package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.iotconnector.core.settings.Secret;

class OneNetTokenPropertyTest {
    private static OneNetToken sign(byte[] key, String resource, long et, SignMethod method) {
        return OneNetToken.sign(
                Secret.of(Base64.getEncoder().encodeToString(key)),
                OneNetToken.DEVICE_VERSION,
                resource,
                Instant.ofEpochSecond(et),
                method);
    }

    @Property
    void token_writtenAndRead_isTheSame(
            @ForAll @Size(min = 1, max = 64) byte[] key,
            @ForAll("resources") String resource,
            @ForAll @LongRange(min = 0, max = 9_999_999_999L) long et,
            @ForAll SignMethod method) {
        OneNetToken token = sign(key, resource, et, method);

        OneNetToken read = OneNetToken.parse(token.text());

        assertThat(read).isEqualTo(token);
        assertThat(read.isSignedWith(Secret.of(Base64.getEncoder().encodeToString(key))))
                .isTrue();
    }

    @Property
    void token_fieldsInAnyOrder_isTheSame(
            @ForAll @Size(min = 1, max = 32) byte[] key, @ForAll SignMethod method, @ForAll Random random) {
        OneNetToken token = sign(key, "products/p/devices/d", 1_700_000_000L, method);
        List<String> fields =
                new ArrayList<>(Arrays.asList(token.text().reveal().split("&")));
        Collections.shuffle(fields, random);

        assertThat(OneNetToken.parse(Secret.of(String.join("&", fields)))).isEqualTo(token);
    }

    @Property
    void parse_anyText_failsOnlyAsABadArgument(@ForAll("almostTokens") String text) {
        try {
            assertThat(OneNetToken.parse(Secret.of(text)).expiry()).isNotNull();
        } catch (IllegalArgumentException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> resources() {
        return Arbitraries.strings()
                .ofMaxLength(80)
                .withChars("abcXYZ019/-_+ %?#&=.")
                .filter(text -> !text.contains("%"));
    }

    @Provide
    Arbitrary<String> almostTokens() {
        Arbitrary<String> pieces = Arbitraries.of(
                "version=", "res=", "et=", "method=", "sign=", "1", "%2F", "%", "&", "=", "md5", "é", " ");
        return pieces.list().ofMaxSize(20).map(parts -> String.join("", parts));
    }
}
