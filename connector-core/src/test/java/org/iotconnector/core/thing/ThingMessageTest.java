package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ThingMessageTest {
    private final ReplyAddress address = new ReplyAddress("a/b_reply", "7");
    private final Values values = Values.of("a", 1);
    private final Backlog backlog =
            Backlog.builder().values(Instant.EPOCH, values).build();

    @Test
    void uplinkMatch_everyCase_callsItsFunction() {
        List<Uplink> all = List.of(
                Uplink.PropertyReport.of(values),
                Uplink.EventReport.of("e", Values.empty()),
                new Uplink.SetReply(address, 200, ""),
                new Uplink.ServiceReply(address, 200, "", values),
                new Uplink.DesiredQuery(List.of("a")),
                new Uplink.DesiredDelete(Map.of("a", OptionalLong.of(2))),
                new Uplink.BatchReport(backlog),
                new Uplink.HistoryReport(backlog),
                new Uplink.RawReport(Bytes.empty()),
                new Uplink.RawReply(address, Bytes.empty()));

        List<Integer> cases = all.stream()
                .<Integer>map(message -> message.match(
                        it -> 0, it -> 1, it -> 2, it -> 3, it -> 4, it -> 5, it -> 6, it -> 7, it -> 8, it -> 9))
                .toList();

        assertThat(cases).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void downlinkMatch_everyCase_callsItsFunction() {
        List<Downlink> all = List.of(
                new Downlink.PropertySet(values, Optional.of(address)),
                new Downlink.PropertyGet(List.of(), Optional.empty()),
                new Downlink.ServiceCall("s", values, true, Optional.of(address)),
                new Downlink.PlatformReply("k", 200, "success", Values.empty(), true),
                new Downlink.DesiredValues("k", 200, "success", true, Map.of()),
                new Downlink.RawCommand(Bytes.empty(), Optional.empty()),
                new Downlink.RawReportReply(Bytes.empty()),
                new Downlink.SubDeviceMessage("child-1", new Downlink.RawReportReply(Bytes.empty())),
                new Downlink.Notice(Downlink.NoticeKind.OTHER, "hello", Optional.empty()));

        List<Integer> cases = all.stream()
                .<Integer>map(message ->
                        message.match(it -> 0, it -> 1, it -> 2, it -> 3, it -> 4, it -> 5, it -> 6, it -> 7, it -> 8))
                .toList();

        assertThat(cases).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void match_message_tellsTheDirection() {
        ThingMessage up = new Uplink.SetReply(address, 200, "");
        ThingMessage down = new Downlink.PropertySet(values, Optional.empty());

        assertThat(up.<String>match(it -> "up", it -> "down")).isEqualTo("up");
        assertThat(down.<String>match(it -> "up", it -> "down")).isEqualTo("down");
    }

    @Test
    void report_withoutContent_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Uplink.PropertyReport.of(Values.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> Uplink.EventReport.of("", values));
        assertThatIllegalArgumentException().isThrownBy(() -> new Uplink.DesiredDelete(Map.of()));
        Backlog empty = Backlog.builder().build();
        assertThatIllegalArgumentException().isThrownBy(() -> new Uplink.BatchReport(empty));
        assertThatIllegalArgumentException().isThrownBy(() -> new Uplink.HistoryReport(empty));
    }

    @Test
    void collections_givenToMessages_areCopiedInOrder() {
        List<String> asked = new ArrayList<>(List.of("b", "a"));
        Map<String, OptionalLong> versions = new LinkedHashMap<>();
        versions.put("z", OptionalLong.empty());
        versions.put("a", OptionalLong.of(3));
        Uplink.DesiredQuery query = new Uplink.DesiredQuery(asked);
        Uplink.DesiredDelete delete = new Uplink.DesiredDelete(versions);

        asked.clear();
        versions.clear();

        assertThat(query.properties()).containsExactly("b", "a");
        assertThat(delete.versions().keySet()).containsExactly("z", "a");
    }

    @Test
    void desiredValues_values_leaveTheVersionsOut() {
        Map<String, Downlink.Desired> desired = new LinkedHashMap<>();
        desired.put("power", new Downlink.Desired(Value.of("on"), 2));

        Downlink.DesiredValues answer = new Downlink.DesiredValues("k", 200, "success", true, desired);

        assertThat(answer.values()).isEqualTo(Values.of("power", "on"));
    }
}
