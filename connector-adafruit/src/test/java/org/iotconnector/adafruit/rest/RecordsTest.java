package org.iotconnector.adafruit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.adafruit.BooleanWords;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What records say, with everything there and with next to nothing. */
class RecordsTest {
    private static Values answer(String name) {
        return Documented.named(name).responseBody().orElseThrow().asStruct();
    }

    private static Values json(String text) {
        return Json.readLenient(text.getBytes(StandardCharsets.UTF_8), 1 << 20).asStruct();
    }

    @Test
    void feed_documented_hasItsMembers() {
        Feed feed = new Feed(answer("feed details"));

        assertThat(feed.id()).isEqualTo("101");
        assertThat(feed.key()).isEqualTo("temp");
        assertThat(feed.name()).isEqualTo("Temp");
        assertThat(feed.lastValue()).contains("22.4");
        assertThat(feed.history()).contains(true);
        assertThat(feed.visibility()).contains(Visibility.PRIVATE);
        assertThat(feed.statusTimeout()).contains(Duration.ofHours(1));
        assertThat(feed.statusNotify()).contains(false);
        assertThat(feed.enabled()).contains(true);
        assertThat(feed.status()).contains("offline");
        assertThat(feed.owner()).contains("tester");
        assertThat(feed.group()).map(Group::key).contains("default");
        assertThat(feed.groups()).extracting(Group::name).containsExactly("Default");
        assertThat(feed.createdAt()).contains(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(feed.updatedAt()).contains(Instant.parse("2026-03-01T12:00:20Z"));
        FeedDetails details = feed.details().orElseThrow();
        assertThat(details.count()).hasValue(3);
        assertThat(details.first()).map(Datum::value).contains("21.5");
        assertThat(details.last()).map(Datum::value).contains("22.4");
        assertThat(details.sharedWith()).isEmpty();
    }

    @Test
    void feed_almostNothing_isEmpty() {
        Feed feed = new Feed(json("{\"id\":null,\"history\":\"ON\",\"visibility\":\"Private\",\"brand_new\":[1]}"));

        assertThat(feed.id()).isEmpty();
        assertThat(feed.key()).isEmpty();
        assertThat(feed.history()).contains(true);
        assertThat(feed.visibility()).contains(Visibility.PRIVATE);
        assertThat(feed.description()).isEmpty();
        assertThat(feed.unitType()).isEmpty();
        assertThat(feed.unitSymbol()).isEmpty();
        assertThat(feed.license()).isEmpty();
        assertThat(feed.details()).isEmpty();
        assertThat(feed.values().has("brand_new")).isTrue();
    }

    @Test
    void datum_documented_hasItsMembers() {
        Datum datum = new Datum(answer("one datum"));

        assertThat(datum.id()).isEqualTo("0G3TEB7TN0WY410FQ1ACCFSMNF");
        assertThat(datum.value()).isEqualTo("22.0");
        assertThat(datum.asDouble()).hasValue(22.0);
        assertThat(datum.asLong()).hasValue(22);
        assertThat(datum.feedId()).isEqualTo("101");
        assertThat(datum.feedKey()).isEqualTo("temp");
        assertThat(datum.location()).contains(FeedLocation.of(48.25, -3.5, 112.0));
        assertThat(datum.createdAt()).contains(Instant.parse("2026-03-01T12:00:10Z"));
        assertThat(datum.createdEpoch()).hasValue(1772366410);
        assertThat(datum.expiration()).contains(Instant.parse("2026-03-31T12:00:10Z"));
    }

    @Test
    void datum_ofOlderYears_isReadToo() {
        Datum datum = new Datum(json("{\"id\":44320,\"value\":7,\"created_epoch\":1471292956.85221,"
                + "\"expiration\":\"1599573172.0\",\"lat\":null,\"lon\":null,\"location\":{\"type\":\"Point\"}}"));

        assertThat(datum.id()).isEqualTo("44320");
        assertThat(datum.value()).isEqualTo("7");
        assertThat(datum.createdEpoch()).hasValue(1471292956.85221);
        assertThat(datum.createdAt()).contains(Instant.parse("2016-08-15T20:29:16.852210Z"));
        assertThat(datum.expiration()).contains(Instant.ofEpochSecond(1599573172));
        assertThat(datum.location()).isEmpty();
        assertThat(datum.updatedAt()).isEmpty();
    }

    @Test
    void datum_placeOutsideOfTheEarth_isNone() {
        assertThat(new Datum(json("{\"lat\":\"91\",\"lon\":\"0\"}")).location()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, true, false", "true, true, false", "t, true, false", "ON, false, true", "0, false, false"})
    void datum_asBoolean_goesByTheWords(String text, boolean digits, boolean dashboard) {
        Datum datum = new Datum(Values.of("value", text));

        assertThat(datum.asBoolean(BooleanWords.DIGITS)).isEqualTo(digits);
        assertThat(datum.asBoolean(BooleanWords.DASHBOARD)).isEqualTo(dashboard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "warm", "99999999999999999999999", "NaN"})
    void datum_noNumber_hasNone(String text) {
        Datum datum = new Datum(Values.of("value", text));

        assertThat(datum.asLong()).isEmpty();
        assertThat(text.startsWith("9") || datum.asDouble().isEmpty()).isTrue();
        assertThat(datum.asColour()).isEmpty();
    }

    @Test
    void datum_colour_isRead() {
        assertThat(new Datum(Values.of("value", "#ff8001")).asColour())
                .hasValueSatisfying(colour -> assertThat(colour.packed()).isEqualTo(16744449));
    }

    @Test
    void newDatum_numbersThatAreNone_areRefused() {
        assertThatThrownBy(() -> NewDatum.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NewDatum.rounded(Double.POSITIVE_INFINITY, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NewDatum.rounded(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void newDatum_rounded_hasItsDecimals() {
        assertThat(NewDatum.rounded(3.5, 6).value().asText()).isEqualTo("3.500000");
        assertThat(NewDatum.rounded(0.125, 2).value().asText()).isEqualTo("0.13");
        assertThat(NewDatum.of(true).value().asText()).isEqualTo("1");
    }

    @Test
    void create_valueAtTheLimit_isTakenAndBeyondRefused() {
        try (Http http = Http.create()) {
            DataApi data =
                    AdafruitRest.builder(http, "u", Secret.of("k")).build().data("temp");
            NewDatum largest = NewDatum.of("é".repeat(512));
            NewDatum tooLarge = NewDatum.of("é".repeat(512) + "x");

            assertThat(data.create(largest)).isNotNull();
            assertThat(data.withoutHistory().create(NewDatum.of("x".repeat(102_400))))
                    .isNotNull();
            assertThatThrownBy(() -> data.create(tooLarge))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1025 bytes")
                    .hasMessageContaining("1024");
            assertThatThrownBy(() -> data.withoutHistory().create(NewDatum.of("x".repeat(102_401))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> data.batch(List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void groupData_valueTooLarge_isNamed() {
        try (Http http = Http.create()) {
            GroupApi groups =
                    AdafruitRest.builder(http, "u", Secret.of("k")).build().groups();
            NewGroupData data = NewGroupData.of("a", NewDatum.of(1)).and("b", NewDatum.of("x".repeat(1025)));

            assertThatThrownBy(() -> groups.createData("house", data)).hasMessageContaining("of \"b\" has 1025 bytes");
            assertThat(groups.withoutHistory().createData("house", data)).isNotNull();
        }
    }

    @Test
    void user_asCaptured_hasItsPlan() {
        User user = User.read(answer("user, as captured"));

        assertThat(user.username()).isEqualTo("tester");
        assertThat(user.plan()).contains("Free");
        assertThat(user.limit("feeds")).hasValue(10);
        assertThat(user.dataRate()).hasValue(30);
        assertThat(user.dataRetention()).contains(Duration.ofDays(30));
        assertThat(user.throttle()).map(Throttle::remaining).contains(30L);
        assertThat(user.timeZone()).contains("Etc/UTC");
    }

    @Test
    void user_documented_hasNoPlan() {
        User user = User.read(answer("user, documented"));

        assertThat(user.name()).contains("Test Er");
        assertThat(user.plan()).isEmpty();
        assertThat(user.dataRate()).isEmpty();
        assertThat(user.throttle()).isEmpty();
    }

    @Test
    void throttle_documented_tellsWhatIsLeft() {
        Throttle throttle = new Throttle(answer("throttle state"));

        assertThat(throttle.dataRateLimit()).isEqualTo(30);
        assertThat(throttle.remaining()).isEqualTo(26);
        assertThat(throttle.subscribeAuthorizationRate()).isEqualTo(2);
        assertThat(throttle.banMessage()).isEmpty();
    }

    @Test
    void chart_documented_hasItsPoints() {
        Chart chart = new Chart(answer("chart"));

        assertThat(chart.feed()).map(Feed::key).contains("temp");
        assertThat(chart.points()).singleElement().satisfies(point -> {
            assertThat(point.time()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
            assertThat(point.asDouble()).hasValue(21.966666666666665);
        });
    }

    @Test
    void block_documented_hasItsMembers() {
        Block block = new Block(answer("create block"));

        assertThat(block.id()).isEqualTo("77");
        assertThat(block.visualType()).isEqualTo(VisualType.GAUGE.text());
        assertThat(block.sizeX()).hasValue(4);
        assertThat(block.column()).isEmpty();
        assertThat(block.properties()).isEqualTo(Values.of("minValue", "0", "maxValue", "40"));
        assertThat(block.feeds()).extracting(Feed::key).containsExactly("temp");
    }

    @Test
    void dashboard_layouts_areRead() {
        Dashboard dashboard = new Dashboard(
                json(
                        "{\"layouts\":{\"lg\":[{\"i\":\"7\",\"x\":0,\"y\":1,\"w\":4,\"h\":2,\"z\":1},{\"i\":\"8\",\"w\":1}]}}"));

        assertThat(dashboard.layouts()).isEqualTo(Map.of(LayoutSize.LG, List.of(new BlockPlace("7", 0, 1, 4, 2))));
        assertThat(new Dashboard(answer("create dashboard")).colorMode()).contains("dark");
    }

    @Test
    void permission_documented_isPublic() {
        Permission permission = new Permission(answer("make feed public"));

        assertThat(permission.scope()).contains(Permission.Scope.PUBLIC);
        assertThat(permission.mode()).contains(Permission.Mode.READ);
        assertThat(permission.scopeValue()).isEmpty();
    }

    @Test
    void clock_documented_isASunday() {
        ClockTime time = new ClockTime(answer("time struct"));

        assertThat(time.dateTime()).contains(LocalDateTime.of(2026, 3, 1, 12, 0));
        assertThat(time.weekday()).isZero();
        assertThat(time.isDaylightSaving()).isFalse();
        assertThat(new ClockTime(Values.empty()).dateTime()).isEmpty();
    }

    @Test
    void retained_withPlace_hasIt() {
        assertThat(Retained.find("\"a,b\",1.5,2.5,3\n"))
                .contains(new Retained("a,b", Optional.of(FeedLocation.of(1.5, 2.5, 3))));
        assertThat(Retained.find("5,0.000000,0.000000,0.000000")).contains(new Retained("5", Optional.empty()));
        assertThat(Retained.find("")).isEmpty();
    }

    @Test
    void blockPlace_tooSmall_isRefused() {
        assertThatThrownBy(() -> new BlockPlace("7", 0, 0, 1, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 by 4");
    }

    @Test
    void chart_oddStep_isRefused() {
        assertThatThrownBy(() -> ChartQuery.lastHours(1).resolution(Duration.ofMinutes(7)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChartQuery.lastHours(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
