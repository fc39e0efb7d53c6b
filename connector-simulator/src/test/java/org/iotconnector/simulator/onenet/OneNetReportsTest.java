package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.Lamp;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.iotconnector.simulator.testing.OneNetThing;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OneNetReportsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant GIVEN = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final String KEY = OneNetCredentials.key("free");

    private final VirtualTime time = VirtualTime.startingAt(NOW);
    private final Simulator simulator = Simulator.builder()
            .demoOneNet(settings -> settings.product("NoModel001", product -> product.device("free-1", KEY)))
            .time(time)
            .start();
    private @Nullable OneNetThing connected;

    @BeforeEach
    void connect() {
        connected = new OneNetThing(simulator);
    }

    @AfterEach
    void close() {
        lamp().close();
        simulator.close();
    }

    static Stream<Named<OneNetVectors.Vector>> ids() {
        return OneNetVectors.named("message-id ");
    }

    @Test
    void propertyPost_goodValues_areStoredAndAnswered200() {
        Map<String, @Nullable Object> reply = lamp().ask(
                        "thing/property/post",
                        "{'id':'101','version':'1.0','params':{'LightSwitch':{'value':true,'time':1700000000000},'LightBrightness':{'value':7}}}");

        assertThat(reply).isEqualTo(Map.of("id", "101", "code", 200, "msg", "success"));
        assertThat(lamp().device().properties())
                .isEqualTo(Map.of(
                        "LightSwitch", new PropertyValue(true, GIVEN), "LightBrightness", new PropertyValue(7, NOW)));
    }

    @Test
    void propertyPost_ofVector_isStored() {
        OneNetVectors.Vector vector = OneNetVectors.one("payload-property-post");
        try (OneNetThing free = new OneNetThing(simulator, "NoModel001", "free-1", KEY)) {
            free.ask("thing/property/post", Json.text(vector.expected().get("json")));

            assertThat(free.device().property("temperature")).contains(23.6);
            assertThat(free.device().property("switch")).contains(true);
            assertThat(free.device().properties()).containsEntry("temperature", new PropertyValue(23.6, GIVEN));
        }
    }

    @Test
    void propertyPost_replyTopicNotSubscribed_isStoredSilently() {
        lamp().send("thing/property/post", "{'id':'1','params':{'LightSwitch':{'value':true}}}");

        assertThat(lamp().device().property("LightSwitch")).contains(true);
        assertThat(simulator.onenet().counters().publishesSent()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void propertyPost_idOfVector_isTakenOrRefusedWith312(OneNetVectors.Vector vector) {
        boolean valid = Boolean.parseBoolean(vector.expected("valid"));

        Map<String, @Nullable Object> reply = lamp().ask(
                        "thing/property/post",
                        "{'id':'" + vector.input("id") + "','params':{'LightSwitch':{'value':true}}}");

        assertThat(reply).containsEntry("id", vector.input("id")).containsEntry("code", valid ? 200 : 312);
        assertThat(lamp().device().properties().isEmpty()).isNotEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | 301 | json format error",
                "[] | 301 | json format error: not an object",
                "{'id':7,'params':{}} | 312 | message id error: must be a string of 1 to 13 digits",
                "{'params':{}} | 312 | message id error: must be a string of 1 to 13 digits",
                "{'id':'1'} | 301 | json format error: [params] must be an object",
                "{'id':'1','params':{'LightSwitch':true}} | 301 | json format error: [LightSwitch] must be an object",
                "{'id':'1','params':{'LightSwitch':{'time':1}}} | 301 | json format error: [LightSwitch] has no value",
                "{'id':'1','params':{'LightSwitch':{'value':true,'time':'now'}}} | 302 | time type error:identifier:LightSwitch",
                "{'id':'1','params':{'LightSwitch':{'value':1}}} | 302 | bool type error:identifier:LightSwitch",
                "{'id':'1','params':{'LightBrightness':{'value':1.5}}} | 302 | int32 type error:identifier:LightBrightness",
                "{'id':'1','params':{'LightBrightness':{'value':101}}} | 302 | int32 range error:identifier:LightBrightness",
                "{'id':'1','params':{'LightSwitch':{'value':true},'foo':{'value':1}}} | 2306 | identifier not exist:identifier:foo"
            })
    void propertyPost_anythingWrong_refusesTheWholeMessage(String payload, int code, String msg) {
        Map<String, @Nullable Object> reply = lamp().ask("thing/property/post", payload);

        assertThat(reply).containsEntry("code", code).containsEntry("msg", msg);
        assertThat(lamp().device().properties()).isEmpty();
    }

    @Test
    void propertyPost_olderThanTheLatest_goesToTheHistoryOnly() {
        lamp().ask("thing/property/post", "{'id':'1','params':{'LightBrightness':{'value':2,'time':2000}}}");

        lamp().ask("thing/property/post", "{'id':'2','params':{'LightBrightness':{'value':1,'time':1000}}}");

        assertThat(lamp().device().property("LightBrightness")).contains(2);
        assertThat(lamp().device().history("LightBrightness"))
                .extracting(PropertyValue::value)
                .containsExactly(2, 1);
    }

    @Test
    void eventPost_knownEvent_isKeptAndAnswered200() {
        Map<String, @Nullable Object> reply = lamp().ask(
                        "thing/event/post",
                        "{'id':'102','params':{'overheat':{'value':{'Temperature':81.5,'Detail':'hot'},'time':1700000000000}}}");

        assertThat(reply).containsEntry("code", 200);
        assertThat(lamp().device().events())
                .containsExactly(new ReportedEvent("overheat", Map.of("Temperature", 81.5, "Detail", "hot"), GIVEN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'flood':{'value':{}}} | 2306 | identifier not exist:identifier:flood",
                "{'overheat':{'value':{'Depth':1}}} | 2306 | identifier not exist:identifier:Depth",
                "{'overheat':{'value':{'Detail':7}}} | 302 | string type error:identifier:Detail",
                "{'overheat':{'value':7}} | 301 | json format error: [overheat] must be an object"
            })
    void eventPost_anythingWrong_isRefused(String params, int code, String msg) {
        Map<String, @Nullable Object> reply = lamp().ask("thing/event/post", "{'id':'1','params':" + params + "}");

        assertThat(reply).containsEntry("code", code).containsEntry("msg", msg);
        assertThat(lamp().device().events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'properties':{'LightBrightness':{'value':5}}}]",
                "{'properties':{'LightBrightness':{'value':5}}}"
            })
    void packPost_aboutItself_isTakenAsListAndAsObject(String params) {
        Map<String, @Nullable Object> reply = lamp().ask("thing/pack/post", "{'id':'1','params':" + params + "}");

        assertThat(reply).containsEntry("code", 200);
        assertThat(lamp().device().property("LightBrightness")).contains(5);
    }

    @Test
    void packPost_directDeviceNamesAnother_isRefused() {
        Map<String, @Nullable Object> reply = lamp().ask(
                        "thing/pack/post",
                        "{'id':'1','params':[{'identity':{'productID':'NoModel001','deviceName':'free-1'},'properties':{'a':{'value':1}}}]}");

        assertThat(reply).containsEntry("code", 313);
        assertThat(simulator.onenet().device("NoModel001/free-1").properties()).isEmpty();
    }

    @Test
    void packPost_moreThan100Points_isRefused() {
        String properties = IntStream.range(0, 101)
                .mapToObj(i -> "'p" + i + "':{'value':" + i + "}")
                .collect(Collectors.joining(","));
        try (OneNetThing free = new OneNetThing(simulator, "NoModel001", "free-1", KEY)) {
            Map<String, @Nullable Object> reply =
                    free.ask("thing/pack/post", "{'id':'1','params':[{'properties':{" + properties + "}}]}");

            assertThat(reply).containsEntry("code", 313);
            assertThat(free.device().properties()).isEmpty();
        }
    }

    @Test
    void historyPost_listsOfValues_areKeptWithTheirTimes() {
        Map<String, @Nullable Object> reply = lamp().ask(
                        "thing/history/post",
                        "{'id':'1','params':[{'properties':{'LightBrightness':[{'value':1,'time':1000},{'value':2,'time':2000}]},"
                                + "'events':{'overheat':[{'value':{},'time':3000}]}}]}");

        assertThat(reply).containsEntry("code", 200);
        assertThat(lamp().device().history("LightBrightness"))
                .containsExactly(
                        new PropertyValue(1, Instant.ofEpochSecond(1)), new PropertyValue(2, Instant.ofEpochSecond(2)));
        assertThat(lamp().device().events()).hasSize(1);
    }

    @Test
    void historyPost_withoutTime_isRefused() {
        Map<String, @Nullable Object> reply = lamp().ask(
                        "thing/history/post", "{'id':'1','params':[{'properties':{'LightBrightness':[{'value':1}]}}]}");

        assertThat(reply).containsEntry("code", 302).containsEntry("msg", "time type error:identifier:LightBrightness");
    }

    @Test
    void historyPost_moreThan100ValuesOfAProperty_isRefused() {
        String values = IntStream.range(0, 101)
                .mapToObj(i -> "{'value':1,'time':" + i + "}")
                .collect(Collectors.joining(","));

        Map<String, @Nullable Object> reply = lamp().ask(
                        "thing/history/post",
                        "{'id':'1','params':[{'properties':{'LightBrightness':[" + values + "]}}]}");

        assertThat(reply).containsEntry("code", 301);
    }

    @Test
    void desired_sequenceOfVector_givesItsVersions() {
        OneNetVectors.Vector vector = OneNetVectors.one("desired-version-sequence");
        List<?> operations = (List<?>) vector.inputs().getOrDefault("operations", List.of());
        List<?> after = (List<?>) vector.expected().getOrDefault("after", List.of());
        try (OneNetThing free = new OneNetThing(simulator, "NoModel001", "free-1", KEY)) {
            for (int i = 0; i < operations.size(); i++) {
                Map<String, @Nullable Object> operation =
                        Json.object(operations.get(i)).orElseThrow();
                Json.object(operation.get("set"))
                        .ifPresent(values -> free.device().setDesired(values));
                if (operation.containsKey("delete")) {
                    Map<String, @Nullable Object> reply = free.ask(
                            "thing/property/desired/delete",
                            "{'id':'1','params':" + Json.text(operation.get("delete")) + "}");
                    assertThat(reply).containsEntry("code", 200);
                }

                Map<String, @Nullable Object> got =
                        free.ask("thing/property/desired/get", "{'id':'2','params':['power','mode']}");

                assertThat(got.get("data")).as("after operation %s", i).isEqualTo(after.get(i));
            }
        }
    }

    @Test
    void desiredGet_unknownIdentifier_is2306() {
        Map<String, @Nullable Object> reply = lamp().ask("thing/property/desired/get", "{'id':'1','params':['foo']}");

        assertThat(reply).containsEntry("code", 2306);
    }

    @Test
    void clearDesired_byTheCloud_startsVersionsAgain() {
        lamp().device().setDesired(Map.of("LightBrightness", 1));
        lamp().device().setDesired(Map.of("LightBrightness", 2));

        lamp().device().clearDesired(Set.of("LightBrightness"));
        lamp().device().setDesired(Map.of("LightBrightness", 3));

        assertThat(lamp().device().desired()).isEqualTo(Map.of("LightBrightness", new DesiredValue(3, 1)));
    }

    @Test
    void cardManager_post_isAnswered200() {
        assertThat(lamp().ask("cmp/property/post", "{'id':'7','params':{'network':1,'imei':'86','iccid':'89'}}"))
                .containsEntry("code", 200);
    }

    @Test
    void fault_loseReply_isFollowedByGoodReplies() {
        simulator.onenet().inject(new Fault.LoseReply(1));
        lamp().subscribe("thing/property/post/reply");

        lamp().send("thing/property/post", "{'id':'1','params':{}}");
        lamp().send("thing/property/post", "{'id':'2','params':{}}");

        assertThat(lamp().nextJson()).containsEntry("id", "2");
    }

    @Test
    void fault_duplicateReply_sendsItTwice() {
        simulator.onenet().inject(new Fault.DuplicateReply(1));

        Map<String, @Nullable Object> first = lamp().ask("thing/property/post", "{'id':'1','params':{}}");

        assertThat(lamp().nextJson()).isEqualTo(first);
    }

    @Test
    void fault_wrongReplyId_changesTheIdOnly() {
        simulator.onenet().inject(new Fault.WrongReplyId(1));

        Map<String, @Nullable Object> reply = lamp().ask("thing/property/post", "{'id':'1','params':{}}");

        assertThat(reply).containsEntry("id", "4294967295").containsEntry("code", 200);
    }

    @Test
    void fault_truncateReply_cutsItInTheMiddle() {
        simulator.onenet().inject(new Fault.TruncateReply(1));
        lamp().subscribe("thing/property/post/reply");

        lamp().send("thing/property/post", "{'id':'1','params':{}}");

        assertThat(lamp().client().nextText()).isEqualTo("{\"id\":\"1\",\"code\":2");
    }

    @Test
    void fault_delayReply_waitsForItsTime() {
        simulator.onenet().inject(new Fault.DelayReply(Duration.ofSeconds(3), 1));
        lamp().subscribe("thing/property/post/reply");
        lamp().send("thing/property/post", "{'id':'1','params':{}}");
        time.advance(Duration.ofSeconds(2));
        int before = lamp().client().waiting();

        time.advance(Duration.ofSeconds(1));

        assertThat(before).isZero();
        assertThat(Lamp.json(lamp().client().nextText())).containsEntry("id", "1");
    }

    private OneNetThing lamp() {
        if (connected == null) {
            throw new AssertionError("not connected");
        }
        return connected;
    }
}
