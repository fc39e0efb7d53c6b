package org.iotconnector.onenet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iotconnector.onenet.api.RecordedApi.SENSOR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.onenet.Vectors;
import org.iotconnector.onenet.Vectors.Vector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataStreamApiTest {
    private RecordedApi recorded;
    private DataStreamApi streams;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedApi();
        streams = recorded.api().dataStreams();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void current_streams_bringTheirNewestPoints() {
        recorded.answers("{\"devices\":[{\"id\":\"1001\",\"title\":\"sensor-01\",\"datastreams\":["
                + "{\"id\":\"temp\",\"at\":\"2024-01-01 00:00:00.000\",\"value\":30},"
                + "{\"id\":\"label\",\"at\":\"2024-01-01 00:00:01.500\",\"value\":\"30\"}]}]}");

        List<DataPoint> points = streams.current(SENSOR).execute();

        assertThat(points)
                .containsExactly(
                        new DataPoint("temp", Optional.of(Instant.parse("2023-12-31T16:00:00Z")), Value.of(30L)),
                        new DataPoint("label", Optional.of(Instant.parse("2023-12-31T16:00:01.500Z")), Value.of("30")));
    }

    @Test
    void history_cursor_leadsToTheNextPart() {
        recorded.answers("{\"count\":1,\"cursor\":\"c1\",\"datastreams\":[{\"id\":\"temp\",\"datapoints\":["
                + "{\"at\":\"2024-01-01 00:00:00.000\",\"value\":30}]}]}");
        recorded.answers("{\"count\":1,\"datastreams\":[{\"id\":\"temp\",\"datapoints\":["
                + "{\"at\":\"2024-01-01 00:00:10.000\",\"value\":31}]}]}");

        List<Value> values = streams
                .history(
                        SENSOR,
                        Optional.of("temp"),
                        Instant.parse("2023-12-31T16:00:00Z"),
                        Optional.of(Instant.parse("2023-12-31T17:00:00.999Z")),
                        1)
                .stream()
                .map(DataPoint::value)
                .toList();

        assertThat(values).containsExactly(Value.of(30L), Value.of(31L));
        assertThat(recorded.received().getTarget())
                .contains(
                        "datastream_id=temp", "start=2024-01-01T00%3A00%3A00", "end=2024-01-01T01%3A00%3A00", "limit=1")
                .doesNotContain("cursor");
        assertThat(recorded.received().getTarget()).contains("cursor=c1");
    }

    @Test
    void command_answer_isDecoded() {
        Vector published = Vectors.get("synccmd-response-base64-published");
        recorded.answers(
                "{\"cmd_uuid\":\"u-1\",\"cmd_resp\":\"" + published.expected().text("cmd_resp") + "\"}");

        CommandReply reply = streams.command(SENSOR, "on".getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(7))
                .execute();

        assertThat(reply)
                .isEqualTo(
                        new CommandReply("u-1", Bytes.ofUtf8(published.inputs().text("deviceResponse"))));
        RecordedRequest request = recorded.received();
        assertThat(request.getTarget())
                .isEqualTo("/datapoint/synccmds?product_id=a1B2c3D4e5&device_name=sensor-01&timeout=7");
        assertThat(request.getBody().utf8()).isEqualTo("on");
    }

    @Test
    void command_answerNotBase64_saysSo() {
        recorded.answers("{\"cmd_uuid\":\"u-1\",\"cmd_resp\":\"~\"}");

        assertThatThrownBy(() -> streams.command(SENSOR, new byte[0], Duration.ofSeconds(5))
                        .execute())
                .isInstanceOf(MappingException.class)
                .hasMessage("cmd_resp: is not base64.");
    }

    @Test
    void command_timeoutOutOfRange_isRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> streams.command(SENSOR, new byte[0], Duration.ofSeconds(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The platform waits 5 s to 30 s for a device; PT4S is not.");
    }
}
