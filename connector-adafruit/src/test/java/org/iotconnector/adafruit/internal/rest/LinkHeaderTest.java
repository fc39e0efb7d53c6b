package org.iotconnector.adafruit.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkHeaderTest {
    private static final String SELF = "<https://io.adafruit.com/api/v2/u/feeds/t/data?limit=2>";
    private static final String LATER = "<https://io.adafruit.com/api/v2/u/feeds/t/data?before=AA%3D%3D&limit=2>";
    private static final String NEXT = "<https://io.adafruit.com/api/v2/u/feeds/t/data?before=BB%3D%3D&limit=2>";

    static Stream<Values> headers() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(LinkHeaderTest.class.getResourceAsStream("/adafruit-vectors.json"))) {
            return Json.readLenient(file.readAllBytes(), 1 << 20).asStruct().list("link_header").stream()
                    .map(Value::asStruct);
        }
    }

    @ParameterizedTest
    @MethodSource("headers")
    void next_documentedHeader_isFound(Values vector) {
        assertThat(LinkHeader.next(vector.text("header")))
                .isEqualTo(vector.find("next").map(Value::asText));
    }

    @Test
    void next_onALaterPage_isNotThePageItself() {
        assertThat(LinkHeader.next(LATER + ";rel=\"next\", " + NEXT)).contains(NEXT.substring(1, NEXT.length() - 1));
    }

    @Test
    void next_correctedHeaderWithOthersBehind_isFound() {
        assertThat(LinkHeader.next(NEXT + "; rel=\"next\", " + SELF + "; rel=\"self\""))
                .contains(NEXT.substring(1, NEXT.length() - 1));
    }

    @Test
    void next_standardHeaderOfThePageItself_isNone() {
        assertThat(PageQuery.of(Map.of()).next(SELF + "; rel=\"next\"")).isEmpty();
    }

    @Test
    void query_ofANextPage_hasOnlyWhatPagesKnow() {
        PageQuery asked = PageQuery.of(Map.of("include", "value,id"));

        Optional<PageQuery> next = asked.next(
                SELF + ";rel=\"next\", <https://h/p?before=A%3D&x-aio-key=stolen&end_time=2026-03-01+12%3A01 UTC|%zz>");

        assertThat(next.map(PageQuery::text))
                .contains("include=value%2Cid&before=A%3D&end_time=2026-03-01+12%3A01%20UTC%7C%25zz");
        assertThat(next.flatMap(PageQuery::position)).contains("A=");
    }

    @Property
    void query_ofAnything_canBeAskedFor(@ForAll String text) {
        String query = PageQuery.of("https://h/?before=" + text).text();

        assertThat(URI.create("https://h/?" + query)).hasScheme("https");
    }

    @Property
    void next_anything_neverThrows(@ForAll String header) {
        assertThat(LinkHeader.next(header))
                .satisfiesAnyOf(
                        next -> assertThat(next).isEmpty(),
                        next -> assertThat(header).contains("<" + next.orElseThrow() + ">"));
    }

    @Test
    void trail_anyCircle_isNoticed() {
        for (int length = 1; length < 40; length++) {
            int circle = length;

            assertThatThrownBy(() -> {
                        PageTrail trail = PageTrail.start("start");
                        for (int step = 0; step < 5 * 40; step++) {
                            trail = trail.then(Integer.toString(step % circle));
                        }
                    })
                    .isInstanceOf(HttpException.class);
        }
    }

    @Test
    void trail_manyPages_goOn() {
        PageTrail trail = PageTrail.start("");
        for (int step = 0; step < 10_000; step++) {
            trail = trail.then("p" + step);
        }

        assertThat(trail.remembered()).startsWith("p");
    }
}
