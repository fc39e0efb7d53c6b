package org.iotconnector.simulator.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.Lamp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliyunReportsTest {
    private static final String POST = "thing/event/property/post";
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

    private final VirtualTime time = VirtualTime.startingAt(NOW);
    private final Simulator simulator =
            Simulator.builder().demoAliyun().time(time).start();
    private final Lamp lamp = new Lamp(simulator);

    @AfterEach
    void stop() {
        lamp.close();
        simulator.close();
    }

    @Test
    void propertyPost_goodValues_isAnsweredInFullAndStored() {
        Map<String, @Nullable Object> reply =
                lamp.ask(POST, "{'id':'42','version':'1.0','params':{'LightSwitch':1,'CurrentLedADC':512}}");

        assertThat(reply)
                .containsEntry("id", "42")
                .containsEntry("code", 200)
                .containsEntry("data", Map.of())
                .containsEntry("message", "success")
                .containsEntry("method", "thing.event.property.post")
                .containsEntry("version", "1.0");
        assertThat(lamp.device().properties())
                .containsEntry("LightSwitch", new PropertyValue(1, NOW))
                .containsEntry("CurrentLedADC", new PropertyValue(512, NOW));
    }

    @Test
    void propertyPost_valueWithTime_keepsTheTime() {
        long before = NOW.minusSeconds(60).toEpochMilli();

        lamp.ask(POST, "{'id':'1','params':{'LightSwitch':{'value':1,'time':" + before + "}}}");

        assertThat(lamp.device().properties())
                .containsEntry("LightSwitch", new PropertyValue(1, Instant.ofEpochMilli(before)));
    }

    @Test
    void propertyPost_olderThanWhatIsKnown_doesNotReplaceIt() {
        lamp.ask(POST, "{'id':'1','params':{'CurrentLedADC':2}}");

        lamp.ask(POST, "{'id':'2','params':{'CurrentLedADC':{'value':1,'time':1699999999000}}}");

        assertThat(lamp.device().property("CurrentLedADC")).contains(2);
    }

    @Test
    void propertyPost_timeMoreThanADayAway_isFilteredOut() {
        Map<String, @Nullable Object> reply = lamp.ask(
                POST,
                "{'id':'1','params':{'LightSwitch':{'value':1,'time':"
                        + NOW.minus(Duration.ofHours(25)).toEpochMilli() + "}}}");

        assertThat(reply).containsEntry("code", 200);
        assertThat(lamp.device().properties()).isEmpty();
        assertThat(lamp.device().rejected()).extracting(RejectedValue::code).containsExactly(6326);
    }

    @Test
    void propertyPost_badValues_areFilteredOutAndStillAnswered200() {
        Map<String, @Nullable Object> reply =
                lamp.ask(POST, "{'id':'1','params':{'LightSwitch':true,'Nonsense':1,'CurrentLedADC':7}}");

        assertThat(reply).containsEntry("code", 200);
        assertThat(lamp.device().properties()).containsOnlyKeys("CurrentLedADC");
        assertThat(lamp.device().rejected())
                .containsExactly(
                        new RejectedValue("LightSwitch", 6308, "tsl parse: value does not fit its type -> LightSwitch"),
                        new RejectedValue("Nonsense", 6304, "tsl parse: params not exist -> Nonsense"));
    }

    @Test
    void propertyPost_outOfRange_passesTheWeakCheck() {
        lamp.ask(POST, "{'id':'1','params':{'CurrentLedADC':5000}}");

        assertThat(lamp.device().property("CurrentLedADC")).contains(5000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'id':'1','params':{}}; 460",
                "{'id':'1','params':[1]}; 460",
                "{'id':'1'}; 460",
                "[]; 460",
                "not json; 6207",
                "{'id':'1','params':; 6207"
            })
    void propertyPost_unusable_isAnsweredWithItsCode(String payload, int code) {
        assertThat(lamp.ask(POST, payload)).containsEntry("code", code);
    }

    @Test
    void propertyPost_201Properties_isAnswered6106() {
        String params =
                IntStream.range(0, 201).mapToObj(i -> "'p" + i + "':1").collect(Collectors.joining(",", "{", "}"));

        assertThat(lamp.ask(POST, "{'id':'1','params':" + params + "}")).containsEntry("code", 6106);
    }

    @ParameterizedTest
    @CsvSource({"'1', 1", "'an id of my own', an id of my own", "17, 17", "1e3, 1000", "null, ''"})
    void reply_toAnyId_givesItBackAsText(String id, String expected) {
        String json = id.startsWith("1") || id.equals("null") ? id : "'" + id + "'";

        assertThat(lamp.ask(POST, "{'id':" + json + ",'params':{'LightSwitch':1}}"))
                .containsEntry("id", expected);
    }

    @Test
    void reply_ackZero_isNotSent() {
        lamp.client().subscribe(Lamp.SYS + POST + "_reply");
        lamp.send(POST, "{'id':'1','sys':{'ack':0},'params':{'LightSwitch':1}}");

        Map<String, @Nullable Object> reply = lamp.ask(POST, "{'id':'2','sys':{'ack':1},'params':{'LightSwitch':1}}");

        assertThat(reply).containsEntry("id", "2");
    }

    @Test
    void reply_notSubscribed_isNotSent() {
        lamp.client().subscribe(Lamp.SYS + "thing/event/overheat/post_reply");
        lamp.send(POST, "{'id':'1','params':{'LightSwitch':1}}");

        lamp.send("thing/event/overheat/post", "{'id':'2','params':{}}");

        assertThat(lamp.nextJson()).containsEntry("id", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'value':{'Temperature':81.5,'Detail':'fan'},'time':1700000000000}",
                "{'value':{'Temperature':81.5,'Detail':'fan'}}",
                "{'Temperature':81.5,'Detail':'fan'}"
            })
    void event_withOrWithoutWrapper_isAccepted(String params) {
        Map<String, @Nullable Object> reply =
                lamp.ask("thing/event/overheat/post", "{'id':'1','params':" + params + "}");

        assertThat(reply).containsEntry("code", 200).containsEntry("method", "thing.event.overheat.post");
        assertThat(lamp.device().events())
                .containsExactly(new ReportedEvent("overheat", Map.of("Temperature", 81.5, "Detail", "fan"), NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "overheat; {'Temperature':'hot'}; 6307",
                "overheat; {'Humidity':1}; 6304",
                "overheat; 7; 460",
                "nothing; {}; 6320"
            })
    void event_bad_isDroppedAndAnsweredWithItsCode(String event, String params, int code) {
        Map<String, @Nullable Object> reply =
                lamp.ask("thing/event/" + event + "/post", "{'id':'1','params':" + params + "}");

        assertThat(reply).containsEntry("code", code);
        assertThat(lamp.device().events()).isEmpty();
    }

    @Test
    void event_ofModule_keepsItsPrefix() {
        try (Simulator free = Simulator.builder()
                        .aliyun(settings -> settings.product(
                                "a1Demo0Prod", product -> product.device("lamp-1", "0123456789abcdef0123456789abcdef")))
                        .start();
                Lamp other = new Lamp(free)) {
            other.ask("thing/event/sensors:alarm/post", "{'id':'1','params':{'value':{}}}");

            assertThat(other.device().events())
                    .extracting(ReportedEvent::identifier)
                    .containsExactly("sensors:alarm");
        }
    }

    @Test
    void batchPost_severalValues_lastByTimeIsCurrent() {
        Map<String, @Nullable Object> reply = lamp.ask(
                "thing/event/property/batch/post",
                "{'id':'1','params':{'properties':{'CurrentLedADC':[{'value':2,'time':1699999999000},{'value':1,'time':1699999998000}]},"
                        + "'events':{'overheat':[{'value':{'Temperature':90.5},'time':1699999999000}]}}}");

        assertThat(reply).containsEntry("code", 200).containsEntry("method", "thing.event.property.batch.post");
        assertThat(lamp.device().property("CurrentLedADC")).contains(2);
        assertThat(lamp.device().events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[{'identity':{'productKey':'a1Demo0Prod','deviceName':'lamp-1'},'properties':[]}]; 200",
                "[{'identity':{'productKey':'a1Demo0Prod','deviceName':'lamp-2'},'properties':[]}]; 6401",
                "[{}]; 460",
                "{}; 460"
            })
    void historyPost_ofItselfOnly_isAccepted(String params, int code) {
        assertThat(lamp.ask("thing/event/property/history/post", "{'id':'1','params':" + params + "}"))
                .containsEntry("code", code);
    }

    @Test
    void desired_getAndDelete_followVersions() {
        lamp.device().setDesired(Map.of("LightSwitch", 1)).join();
        lamp.device().setDesired(Map.of("LightSwitch", 0)).join();

        Map<String, @Nullable Object> got =
                lamp.ask("thing/property/desired/get", "{'id':'1','params':['LightSwitch','CurrentLedADC']}");
        lamp.ask("thing/property/desired/delete", "{'id':'2','params':{'LightSwitch':{'version':1}}}");
        Map<String, DesiredValue> afterWrongVersion = lamp.device().desired();
        lamp.send("thing/property/desired/delete", "{'id':'3','params':{'LightSwitch':{'version':2}}}");
        lamp.nextJson();

        assertThat(got).containsEntry("data", Map.of("LightSwitch", Map.of("value", 0, "version", 2)));
        assertThat(afterWrongVersion).containsEntry("LightSwitch", new DesiredValue(0, 2));
        assertThat(lamp.device().desired()).isEmpty();
    }

    @Test
    void tags_updateAndDelete_areKept() {
        lamp.ask(
                "thing/deviceinfo/update",
                "{'id':'1','params':[{'attrKey':'a','attrValue':'1'},{'attrKey':'b','attrValue':'2'}]}");
        lamp.ask("thing/deviceinfo/delete", "{'id':'2','params':[{'attrKey':'a'}]}");

        assertThat(lamp.device().tags()).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void ntp_textAndNumber_areAnsweredInTheSameType() {
        lamp.client().subscribe("/ext/ntp/a1Demo0Prod/lamp-1/response");

        lamp.client().publish("/ext/ntp/a1Demo0Prod/lamp-1/request", "{\"deviceSendTime\":\"100\"}", 0);
        Map<String, @Nullable Object> text = lamp.nextJson();
        lamp.client().publish("/ext/ntp/a1Demo0Prod/lamp-1/request", "{\"deviceSendTime\":100}", 0);
        Map<String, @Nullable Object> number = lamp.nextJson();

        assertThat(text)
                .isEqualTo(Map.of(
                        "deviceSendTime", "100", "serverRecvTime", "1700000000000", "serverSendTime", "1700000000000"));
        assertThat(number)
                .isEqualTo(Map.of(
                        "deviceSendTime",
                        100,
                        "serverRecvTime",
                        1_700_000_000_000L,
                        "serverSendTime",
                        1_700_000_000_000L));
    }

    @Test
    void strictEnvelope_missingMethodOrId_isRefused() {
        try (Simulator strict = Simulator.builder()
                        .demoAliyun(settings -> settings.strictEnvelope(true))
                        .start();
                Lamp other = new Lamp(strict)) {
            assertThat(other.ask(POST, "{'id':'1','params':{'LightSwitch':1}}")).containsEntry("code", 6300);
            assertThat(other.ask(POST, "{'method':'thing.event.property.post','params':{'LightSwitch':1}}"))
                    .containsEntry("code", 460);
            assertThat(other.ask(POST, "{'id':'1','method':'thing.event.property.post','params':{'LightSwitch':1}}"))
                    .containsEntry("code", 200);
        }
    }
}
