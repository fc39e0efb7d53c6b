package org.iotconnector.simulator.siot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.HttpCaller;
import org.iotconnector.simulator.testing.Lamp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiotHttpTest {
    private static final String TOPIC = "xzr/001";

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2019-06-06T03:55:39Z"));
    private Simulator simulator = start(settings -> {});

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Simulator start(Consumer<SiotSettings.Builder> more) {
        return Simulator.builder()
                .time(time)
                .demoSiot(settings -> {
                    settings.zone(ZoneId.of("Asia/Shanghai"));
                    more.accept(settings);
                })
                .start();
    }

    @Test
    void checkLogin_right_isCode1() {
        assertThat(get("/checkLogin", Map.of())).isEqualTo(Map.of("code", 1, "msg", "ok"));
    }

    @ParameterizedTest
    @CsvSource({"siot, wrong", "other, dfrobot", "'', ''"})
    void anyPath_wrongLogin_isNotDone(String name, String password) {
        HttpResponse<String> answer = new HttpCaller(simulator.siot().httpUri())
                .get("/publish", Map.of("iname", name, "ipwd", password, "topic", TOPIC, "msg", "x"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Lamp.json(answer.body())).containsEntry("code", 0);
        assertThat(simulator.siot().messages(TOPIC)).isEmpty();
    }

    @Test
    void publish_text_reachesSubscribersAndIsStored() {
        try (Client board = client()) {
            board.subscribe(TOPIC);

            Map<String, @Nullable Object> answer = get("/publish", Map.of("topic", TOPIC, "msg", "温度 & 11"));

            assertThat(answer).containsEntry("code", 1);
            assertThat(board.nextText()).isEqualTo("温度 & 11");
            assertThat(simulator.siot().messages(TOPIC)).hasSize(1);
        }
    }

    @Test
    void publish_arrow_isNotStored() {
        get("/publish", Map.of("topic", TOPIC, "msg", "->on"));

        assertThat(simulator.siot().messages(TOPIC)).isEmpty();
    }

    @Test
    void lastmessage_ofMqtt_isTheNewestInTheServersLocalTime() {
        try (Client board = client()) {
            board.publish(TOPIC, "10", 1);
            board.publish(TOPIC, "11", 1);
        }

        Map<String, @Nullable Object> answer = get("/lastmessage", Map.of("topic", TOPIC));

        assertThat(answer)
                .containsEntry(
                        "data",
                        List.of(Map.of("ID", 2, "Topic", TOPIC, "Content", "11", "Created", "2019-06-06 11:55:39")));
    }

    @Test
    void lastmessage_unknownTopic_isAnEmptyList() {
        assertThat(get("/lastmessage", Map.of("topic", "no/one"))).containsEntry("data", List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                              | 1 2 3 4 5",
                "order=desc                                    | 5 4 3 2 1",
                "pnum=2&psize=2                                | 3 4",
                "pnum=1&psize=2&order=DESC                     | 5 4",
                "pnum=9&psize=2                                | ''",
                "begin=2019-06-06 11:57:39                     | 3 4 5",
                "end=2019-06-06 11:57:39                       | 1 2 3",
                "begin=2019-06-06 11:56:39&end=2019-06-06 11:57:39&order=desc | 3 2",
                "begin=2019-06-06                              | 1 2 3 4 5",
                "begin=2019-06-07                              | ''",
                "end=2019-06-06                                | ''"
            })
    void messages_query_selectsAndOrders(@Nullable String query, String expected) {
        for (int i = 1; i <= 5; i++) {
            simulator.siot().send(TOPIC, Integer.toString(i));
            time.advance(Duration.ofMinutes(1));
        }
        Map<String, String> parameters = new TreeMap<>(Map.of("topic", TOPIC));
        if (query != null) {
            for (String part : query.split("&", -1)) {
                parameters.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
            }
        }

        String contents = rows(get("/messages", parameters)).stream()
                .map(row -> String.valueOf(((Map<?, ?>) row).get("Content")))
                .collect(Collectors.joining(" "));

        assertThat(contents).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pnum=0",
                "pnum=x",
                "psize=-1",
                "psize=99999999999",
                "begin=yesterday",
                "end=2019-02-30",
                "order=up"
            })
    void messages_malformedParameter_isNamed(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('='));

        Map<String, @Nullable Object> answer =
                get("/messages", Map.of("topic", TOPIC, name, parameter.substring(parameter.indexOf('=') + 1)));

        assertThat(answer).containsEntry("code", 0);
        assertThat(String.valueOf(answer.get("msg"))).contains(name);
    }

    @Test
    void messages_v2_givesNoMoreThan200() {
        simulator.close();
        simulator = start(settings -> settings.generation(SiotGeneration.V2));
        for (int i = 0; i < 250; i++) {
            simulator.siot().send("siot/led", Integer.toString(i));
        }

        List<?> rows = rows(get("/messages", Map.of("topic", "siot/led", "psize", "1000")));

        assertThat(rows).hasSize(200);
    }

    @Test
    void anyPath_v2WithTheSwitchOff_isNotFound() {
        simulator.close();
        simulator = start(settings -> settings.generation(SiotGeneration.V2).rule(SiotRule.HTTP_OF_V1, false));

        HttpResponse<String> answer =
                new HttpCaller(simulator.siot().httpUri()).get("/lastmessage", Map.of("topic", "siot/led"));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void clearmsg_topic_tellsHowMany() {
        simulator.siot().send(TOPIC, "1");
        simulator.siot().send(TOPIC, "2");
        simulator.siot().send("xzr/002", "3");

        assertThat(get("/clearmsg", Map.of("topic", TOPIC))).containsEntry("data", 2);

        assertThat(simulator.siot().messages(TOPIC)).isEmpty();
        assertThat(simulator.siot().messages("xzr/002")).hasSize(1);
    }

    @Test
    void projects_list_hasDescriptionsAndTimes() {
        simulator.siot().send(TOPIC, "1");
        simulator.siot().send("other/1", "1");
        get("/updateprj", Map.of("pid", "xzr", "desc", "教室"));

        assertThat(get("/projects", Map.of("id", "xz")))
                .containsEntry("data", List.of(Map.of("ID", "xzr", "Description", "教室", "Created", 1_559_793_339)));
    }

    @Test
    void deleteprj_project_takesDevicesAndMessagesAlong() {
        simulator.siot().send(TOPIC, "1");

        assertThat(get("/deleteprj", Map.of("pid", "xzr"))).containsEntry("code", 1);

        assertThat(simulator.siot().devices()).isEmpty();
        assertThat(simulator.siot().messages(TOPIC)).isEmpty();
        assertThat(get("/deleteprj", Map.of("pid", "xzr"))).containsEntry("code", 0);
    }

    @Test
    void devices_list_isOfAProjectAndFiltered() {
        simulator.siot().send("xzr/led", "1");
        simulator.siot().send("xzr/fan", "1");
        simulator.siot().send("other/led", "1");
        get("/updatedev", Map.of("pid", "xzr", "dname", "led", "desc", "red", "id", "1"));

        assertThat(get("/devices", Map.of("pid", "xzr", "deviceName", "le")))
                .containsEntry(
                        "data", List.of(Map.of("ID", 1, "ProjectID", "xzr", "DeviceName", "led", "DeviceDesc", "red")));
        assertThat(rows(get("/devices", Map.of("psize", "2")))).hasSize(2);
    }

    @Test
    void deldev_topic_takesMessagesAlong() {
        simulator.siot().send(TOPIC, "1");

        assertThat(get("/deldev", Map.of("topic", TOPIC))).containsEntry("code", 1);

        assertThat(simulator.siot().messages(TOPIC)).isEmpty();
        assertThat(get("/deldev", Map.of("topic", TOPIC))).containsEntry("code", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/publish",
                "/lastmessage",
                "/messages",
                "/clearmsg",
                "/updateprj",
                "/deleteprj",
                "/updatedev",
                "/deldev"
            })
    void anyPath_withoutItsParameter_isNotDone(String path) {
        Map<String, @Nullable Object> answer = get(path, Map.of());

        assertThat(answer).containsEntry("code", 0);
        assertThat(String.valueOf(answer.get("msg"))).contains("is missing");
    }

    @Test
    void anyPath_answer_allowsOtherOrigins() {
        HttpResponse<String> answer = new HttpCaller(simulator.siot().httpUri()).get("/checkLogin", Map.of());

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void fault_failHttp_strikesThisPath() {
        simulator.siot().inject(new Fault.FailHttp("/messages", 503, 1));

        HttpResponse<String> failed = new HttpCaller(simulator.siot().httpUri()).get("/messages", Map.of());

        assertThat(failed.statusCode()).isEqualTo(503);
    }

    private Map<String, @Nullable Object> get(String path, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("iname", DemoSet.SIOT_USERNAME);
        all.put("ipwd", DemoSet.SIOT_PASSWORD);
        return Lamp.json(
                new HttpCaller(simulator.siot().httpUri()).get(path, all).body());
    }

    private static List<?> rows(Map<String, @Nullable Object> answer) {
        return answer.get("data") instanceof List<?> rows ? rows : List.of();
    }

    private Client client() {
        return Client.to(
                        simulator.siot().mqttUri(),
                        new Credentials("board", DemoSet.SIOT_USERNAME, DemoSet.SIOT_PASSWORD))
                .connect();
    }
}
