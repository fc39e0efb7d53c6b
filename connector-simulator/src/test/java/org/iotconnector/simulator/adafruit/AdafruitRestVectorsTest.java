package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.AdafruitCaller;
import org.iotconnector.simulator.testing.AdafruitCaller.Answer;
import org.iotconnector.simulator.testing.AdafruitVectors;
import org.iotconnector.simulator.testing.AdafruitVectors.Vector;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Likeness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden cases of the REST API: each is sent as it is to a platform that has what the case presupposes. */
class AdafruitRestVectorsTest {
    private static final String SITE = "https://io.adafruit.com";
    private static final String MIDDLE_ID = "0G3TEB7TN0WY410FQ1ACCFSMNF";
    private static final String CURSOR = encoded(cursor(MIDDLE_ID, "101"));
    private static final Instant MORNING = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    /** Cases that are published without some of their members. */
    private static final Set<String> PARTIAL = Set.of("user, as captured", "make feed public");

    private @Nullable AdafruitBench bench;

    @AfterEach
    void stop() {
        bench().close();
    }

    static Stream<Named<Vector>> rest() {
        return AdafruitVectors.list("rest").stream().map(vector -> Named.of(vector.text("name"), vector));
    }

    @ParameterizedTest
    @MethodSource("rest")
    void request_ofCase_isAnsweredAsThere(Vector vector) {
        String name = vector.text("name");
        start(name);
        prepare(name);
        int before = bench().account().activeDataRate();

        Answer answer = send(vector.object("request"));

        Map<String, @Nullable Object> expected = vector.object("response");
        assertThat(answer.status()).as(answer.text()).isEqualTo(expected.get("status"));
        if (expected.containsKey("body") && !name.equals("last on an empty feed")) {
            checkBody(name, answer, expected.get("body"));
        }
        Json.object(expected.get("headers"))
                .ifPresent(headers -> headers.forEach((header, value) ->
                        assertThat(answer.header(header)).as(header).startsWith(translated(String.valueOf(value)))));
        if (vector.has("rate_cost")) {
            assertThat(bench().account().activeDataRate() - before).isEqualTo(vector.number("rate_cost"));
        }
    }

    @Test
    void link_ofEachForm_isAsPublished() {
        List<Vector> headers = AdafruitVectors.list("link_header");
        start("page 1");
        advanceTo(MORNING);
        feed("default", "Temp");
        threeValues();
        advanceTo(NOON.plusSeconds(60));
        AdafruitCaller caller = AdafruitCaller.of(bench());

        String first = caller.get("/feeds/temp/data?limit=2").header("Link");

        assertThat(first).isEqualTo(translated(headers.get(0).text("header")));
        caller.delete("/feeds/temp/data/" + values().get(0).id());
        assertThat(caller.get("/feeds/temp/data?limit=2").header("Link"))
                .isEqualTo(translated(headers.get(1).text("header")));
    }

    @Test
    void link_standardForm_isAsRfc8288() {
        bench = new AdafruitBench(settings -> settings.rule(AdafruitRule.STANDARD_LINK, true));
        feed("default", "Temp");
        threeValues();
        advanceTo(NOON.plusSeconds(60));

        String link = AdafruitCaller.of(bench()).get("/feeds/temp/data?limit=2").header("Link");

        assertThat(link)
                .isEqualTo(translated(AdafruitVectors.list("link_header").get(2).text("header")));
    }

    @Test
    void queue_stepsOfCase_areAnsweredAsThere() {
        start("queue");
        AdafruitFeed feed = bench().account().createFeed("default", "Temp");
        feed.put("1");
        feed.put("2");
        AdafruitCaller caller = AdafruitCaller.of(bench());

        for (Vector step : AdafruitVectors.list("queue/steps")) {
            if (step.has("append")) {
                caller.post("/feeds/temp/data", "{'value':'" + step.text("append") + "'}");
            } else {
                Answer answer = caller.get("/feeds/temp/data/" + step.text("get"));

                assertThat(answer.status()).isEqualTo(step.has("status") ? step.number("status") : 200);
                assertThat(answer.object().get("value")).isEqualTo(step.get("value"));
            }
        }
    }

    private void start(String name) {
        bench = new AdafruitBench(
                Instant.parse("2026-01-01T00:00:00Z"),
                settings -> settings.rule(AdafruitRule.PLAIN_429, name.endsWith("plain text"))
                        .rule(AdafruitRule.FLAT_USER, name.equals("user, documented")));
    }

    private void prepare(String name) {
        advanceTo(MORNING);
        if (name.startsWith("create feed") || name.equals("create group")) {
            group(name.equals("create group") ? "Rooms" : "House");
            return;
        }
        if (name.equals("feed limit reached")) {
            IntStream.range(0, 10).forEach(i -> bench().account().createFeed("default", "F" + i));
            return;
        }
        group("House");
        feed("default", "Temp");
        feed("default", "empty");
        if (!name.equals("add feed to group")) {
            feed("house", "temp");
            feed("house", "hum");
        }
        if (name.equals("delete feed")) {
            AdafruitCaller.of(bench()).post("/feeds", "{'name':'Door Two','description':'back'}");
        }
        Instant now = now(name);
        // A case that makes a value begins without any.
        if (now.isAfter(NOON.plusSeconds(10)) && !name.equals("create data, form")) {
            threeValues();
        }
        advanceTo(now);
        prepareAccount(name);
    }

    private static Instant now(String name) {
        return switch (name) {
            case "create data",
                    "create data, old time",
                    "create data, nulls from the Python client",
                    "batch, bare array",
                    "batch, wrapped",
                    "group data",
                    "too fast",
                    "time struct",
                    "time text",
                    "time without key",
                    "user, documented",
                    "user, as captured" -> NOON;
            case "create data with place" -> NOON.plusSeconds(10);
            case "data in a group's feed", "page 1", "page 2", "limit above the maximum" -> NOON.plusSeconds(60);
            case "chart" -> NOON.plusSeconds(3600);
            case "webhook" -> NOON.plusSeconds(120);
            case "webhook, payload field" -> NOON.plusSeconds(130);
            case "webhook raw" -> NOON.plusSeconds(140);
            case "webhook notify" -> NOON.plusSeconds(150);
            case "make feed public" -> NOON.plusSeconds(180);
            case "create dashboard", "delete block" -> NOON.plusSeconds(240);
            case "create block" -> NOON.plusSeconds(300);
            default -> NOON.plusSeconds(20);
        };
    }

    private void prepareAccount(String name) {
        AdafruitCaller caller = AdafruitCaller.of(bench());
        switch (name) {
            case "throttle state" -> {
                IntStream.range(0, 4).forEach(i -> caller.post("/feeds/empty/data", "{'value':1}"));
                Client client = bench().client("c1");
                client.subscribe("tester/f/temp");
                client.subscribe("tester/throttle");
            }
            case "user, documented", "user, as captured" -> bench().account().displayName("Test Er");
            case "too fast" -> IntStream.range(0, 30).forEach(i -> caller.post("/feeds/empty/data", "{'value':1}"));
            case "too fast, plain text" -> bench().platform().inject(new Fault.FailHttp("/feeds", 429, 1));
            case "create block", "delete block" -> caller.post("/dashboards", "{'name':'Weather Station'}");
            default -> {
                if (name.startsWith("webhook")) {
                    bench().account().feed("temp").createWebhook("abcdEFGHijklMNOPqrstUVWX1234");
                }
            }
        }
    }

    private void group(String name) {
        bench().account().createGroup(name);
    }

    private void feed(String group, String name) {
        bench().account().createFeed(group, name);
    }

    private void threeValues() {
        AdafruitFeed feed = bench().account().feed("temp");
        advanceTo(NOON);
        feed.put("21.5");
        advanceTo(NOON.plusSeconds(10));
        feed.put("22.0", 48.25, -3.5, 112);
        advanceTo(NOON.plusSeconds(20));
        feed.put("22.4");
    }

    private List<AdafruitValue> values() {
        return bench().account().feed("temp").values();
    }

    private void advanceTo(Instant moment) {
        bench().advance(Duration.between(bench().now(), moment));
    }

    private Answer send(Map<String, @Nullable Object> request) {
        String path = String.valueOf(request.get("path"));
        if (path.contains("/blocks/77")) {
            path = path.replace("77", blockId());
        }
        AdafruitCaller caller = AdafruitCaller.of(bench());
        HttpRequest.Builder sent = caller.bare(translated(path));
        Json.object(request.get("headers"))
                .ifPresent(headers -> headers.forEach((name, value) -> sent.header(name, String.valueOf(value))));
        return caller.send(sent.method(
                String.valueOf(request.get("method")),
                body(request.get("body"))
                        .map(HttpRequest.BodyPublishers::ofString)
                        .orElseGet(HttpRequest.BodyPublishers::noBody)));
    }

    private static Optional<String> body(@Nullable Object body) {
        return Optional.ofNullable(body).map(value -> value instanceof String text ? text : Json.text(value));
    }

    private String blockId() {
        return String.valueOf(AdafruitCaller.of(bench())
                .post("/dashboards/weather-station/blocks", "{'visual_type':'gauge'}")
                .object()
                .get("id"));
    }

    private void checkBody(String name, Answer answer, @Nullable Object expected) {
        if (expected instanceof String text && !answer.header("Content-Type").startsWith("application/json")) {
            assertThat(answer.text()).isEqualTo(text);
            return;
        }
        if (name.equals("feeds list")) {
            // The case has one feed; here others that other cases need come after it.
            Likeness.exact().check("$", List.of(answer.list().get(0)), expected);
            return;
        }
        (PARTIAL.contains(name) ? Likeness.atLeast() : Likeness.exact()).check("$", answer.json(), expected);
    }

    /** What the case says about its own site and ids, for the site and the ids here. */
    private String translated(String text) {
        String translated = text.replace(SITE, bench().platform().httpUri().toString());
        List<AdafruitValue> values = bench().account().feedKeys().contains("temp") ? values() : List.of();
        if (values.size() > 1 && (text.contains(MIDDLE_ID) || text.contains(CURSOR))) {
            String id = values.get(1).id();
            String feedId = String.valueOf(
                    AdafruitCaller.of(bench()).get("/feeds/temp").object().get("id"));
            translated = translated.replace(MIDDLE_ID, id).replace(CURSOR, encoded(cursor(id, feedId)));
        }
        return translated;
    }

    private static String cursor(String id, String feedId) {
        String json = "{\"time_id\":\"" + id + "\",\"feed_id\":\"" + feedId + ".0\"}";
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String base64) {
        return base64.replace("=", "%3D").replace("+", "%2B").replace("/", "%2F");
    }

    private AdafruitBench bench() {
        return Objects.requireNonNull(bench);
    }
}
