package org.iotconnector.mqtt.homie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.Models;
import org.junit.jupiter.api.Test;

class HomieCodecTest {
    private static HomieConfigBuilder lamp(HomieVersion version) {
        return HomieConfig.builder()
                .endpoint("mqtt://127.0.0.1:1883")
                .device("lamp-1")
                .homieVersion(version)
                .thingModel(Models.lamp());
    }

    private static ThingCodec codec(HomieConfigBuilder builder) {
        return new HomieProvider().codec(builder.build());
    }

    private static ThingCodec codec(HomieVersion version) {
        return codec(lamp(version));
    }

    private static List<String> lines(List<Outgoing> messages) {
        return messages.stream()
                .map(message -> message.publication())
                .map(it -> it.topic() + " " + new String(it.payload().toArray(), StandardCharsets.UTF_8))
                .toList();
    }

    private static Message message(String topic, String payload, boolean retained) {
        return new Message(TopicName.of(topic), Bytes.ofUtf8(payload), QualityOfService.AT_LEAST_ONCE, retained);
    }

    private static List<Downlink> decode(ThingCodec codec, String topic, String payload) {
        return codec.decode(message(topic, payload, false));
    }

    private static List<Outgoing> report(ThingCodec codec, Values values) {
        return codec.encode(new Uplink.PropertyReport(values, Optional.empty(), false), 1);
    }

    private static ThingModel one(String identifier, DataType type) {
        return ThingModel.builder()
                .property(PropertySpec.readWrite(identifier, type))
                .build();
    }

    @Test
    void attach_ofVersion4_saysInitAttributesValuesReady() {
        List<String> said = lines(codec(HomieVersion.V4).attach(Instant.EPOCH, Values.of("Level", 7), 1));

        assertThat(said).first().isEqualTo("homie/lamp-1/$state init");
        assertThat(said)
                .contains(
                        "homie/lamp-1/$homie 4.0.0",
                        "homie/lamp-1/$name lamp-1",
                        "homie/lamp-1/$nodes main,events,services",
                        "homie/lamp-1/main/$properties light,level,mode,power",
                        "homie/lamp-1/main/level/$datatype integer",
                        "homie/lamp-1/main/level/$format 0:100",
                        "homie/lamp-1/main/level/$unit %",
                        "homie/lamp-1/main/level/$settable true",
                        "homie/lamp-1/main/mode/$datatype enum",
                        "homie/lamp-1/main/mode/$format warm",
                        "homie/lamp-1/main/power/$settable false",
                        "homie/lamp-1/events/overheat/$retained false",
                        "homie/lamp-1/events/overheat/$datatype string");
        assertThat(said.subList(said.size() - 2, said.size()))
                .containsExactly("homie/lamp-1/main/level 7", "homie/lamp-1/$state ready");
    }

    @Test
    void attach_ofVersion3_hasWhatOnlyThatVersionDemands() {
        List<String> said = lines(codec(HomieVersion.V3).attach(Instant.EPOCH, Values.empty(), 1));

        assertThat(said)
                .contains(
                        "homie/lamp-1/$homie 3.0.1",
                        "homie/lamp-1/$localip 127.0.0.1",
                        "homie/lamp-1/$mac 00:00:00:00:00:00",
                        "homie/lamp-1/$stats uptime",
                        "homie/lamp-1/$stats/interval 60");
        assertThat(said).noneMatch(line -> line.contains("$extensions"));
    }

    @Test
    void attach_ofVersion5_describesItselfInOneDocument() {
        List<Outgoing> said = codec(HomieVersion.V5).attach(Instant.EPOCH, Values.of("Light", true), 1);

        assertThat(said)
                .extracting(message -> message.publication().topic().text())
                .containsExactly(
                        "homie/5/lamp-1/$state",
                        "homie/5/lamp-1/$description",
                        "homie/5/lamp-1/main/light",
                        "homie/5/lamp-1/$state");
        Values description = Json.readObject(said.get(1).publication().payload().toArray());
        assertThat(description.text("homie")).isEqualTo("5.0");
        Values properties = description.struct("nodes").struct("main").struct("properties");
        assertThat(properties.struct("light"))
                .isEqualTo(Values.of(
                        "name",
                        "Light",
                        "datatype",
                        "boolean",
                        "format",
                        "off,on",
                        "settable",
                        true,
                        "retained",
                        true));
        assertThat(properties.struct("level").text("format")).isEqualTo("0:100");
        assertThat(said).allMatch(message -> message.publication().retained());
    }

    @Test
    void description_ofAnotherModel_hasAnotherNumber() {
        ThingModel other = one("Level", DataType.int32(0, 10));

        long first = version(codec(HomieVersion.V5));
        long same = version(codec(HomieVersion.V5));
        long changed = version(codec(lamp(HomieVersion.V5).thingModel(other)));

        assertThat(first).isEqualTo(same).isNotEqualTo(changed);
    }

    private static long version(ThingCodec codec) {
        return Json.readObject(codec.attach(Instant.EPOCH, Values.empty(), 1)
                        .get(1)
                        .publication()
                        .payload()
                        .toArray())
                .longInteger("version");
    }

    @Test
    void detach_always_saysDisconnectedAndIsKept() {
        List<Outgoing> said = codec(HomieVersion.V4).detach(1);

        assertThat(lines(said)).containsExactly("homie/lamp-1/$state disconnected");
        assertThat(said.get(0).publication().retained()).isTrue();
    }

    @Test
    void connect_always_hasTheWillByWhichItIsLost() {
        HomieConfig config = lamp(HomieVersion.V5).build();

        var will = new HomieProvider().connect(config, Instant.EPOCH).will().orElseThrow();

        assertThat(will.topic().text()).isEqualTo("homie/5/lamp-1/$state");
        assertThat(will.payload()).isEqualTo(Bytes.ofUtf8("lost"));
        assertThat(will.retained()).isTrue();
    }

    @Test
    void report_ofSeveral_isOneMessageEach() {
        List<Outgoing> sent = report(codec(HomieVersion.V4), Values.of("Light", true, "Mode", 0));

        assertThat(lines(sent)).containsExactly("homie/lamp-1/main/light true", "homie/lamp-1/main/mode warm");
        assertThat(sent).allMatch(message -> message.publication().retained());
    }

    @Test
    void report_ofANonRetainedProperty_isNeitherKeptNorAcknowledgedInVersion5() {
        ThingCodec codec = codec(lamp(HomieVersion.V5).nonRetained(List.of("Level")));

        Outgoing sent = report(codec, Values.of("Level", 3)).get(0);

        assertThat(sent.publication().retained()).isFalse();
        assertThat(sent.publication().qos()).isEqualTo(QualityOfService.AT_MOST_ONCE);
        assertThat(codec.subscriptions(Interest.REPLIES_ONLY.withSets()))
                .contains(Subscription.atMostOnce("homie/5/lamp-1/main/level/set"));
    }

    @Test
    void report_ofAnEmptyText_isAByteZeroInVersion5() {
        ThingModel note = one("Note", DataType.text(20));

        String newest = lines(report(codec(lamp(HomieVersion.V5).thingModel(note)), Values.of("Note", "")))
                .get(0);
        String older = lines(report(codec(lamp(HomieVersion.V4).thingModel(note)), Values.of("Note", "")))
                .get(0);

        assertThat(newest).isEqualTo("homie/5/lamp-1/main/note \u0000");
        assertThat(older).isEqualTo("homie/lamp-1/main/note ");
    }

    @Test
    void report_ofADate_isIso8601() {
        ThingModel since = one("Since", DataType.date());

        String sent = lines(report(
                        codec(lamp(HomieVersion.V5).thingModel(since)),
                        Values.of("Since", Instant.parse("2026-11-20T08:00:00Z"))))
                .get(0);

        assertThat(sent).isEqualTo("homie/5/lamp-1/main/since 2026-11-20T08:00:00Z");
    }

    @Test
    void report_ofAColor_hasThePrefixInVersion5Only() {
        ThingModel model = one("Color", DataType.text(40));
        Map<String, String> types = Map.of("Color", "color:rgb");
        Values red = Values.of("Color", "rgb,255,0,0");

        String newest = lines(
                        report(codec(lamp(HomieVersion.V5).thingModel(model).datatypes(types)), red))
                .get(0);
        String older = lines(
                        report(codec(lamp(HomieVersion.V3).thingModel(model).datatypes(types)), red))
                .get(0);

        assertThat(newest).endsWith(" rgb,255,0,0");
        assertThat(older).endsWith("/color 255,0,0");
    }

    @Test
    void set_ofAColorInVersion4_comesWithThePrefix() {
        ThingModel model = one("Color", DataType.text(40));
        ThingCodec codec = codec(lamp(HomieVersion.V4).thingModel(model).datatypes(Map.of("Color", "color:hsv")));

        List<Downlink> read = decode(codec, "homie/lamp-1/main/color/set", "120,100,50");

        assertThat(((Downlink.PropertySet) read.get(0)).values()).isEqualTo(Values.of("Color", "hsv,120,100,50"));
    }

    @Test
    void set_inVersion5_isRepeatedOnTargetBeforeItIsCarriedOut() {
        ThingCodec codec = codec(HomieVersion.V5);

        List<Downlink> read = decode(codec, "homie/5/lamp-1/main/light/set", "true");

        Downlink.PropertyGet first = (Downlink.PropertyGet) read.get(0);
        ReplyAddress to = first.replyTo().orElseThrow();
        List<Outgoing> target = codec.encode(new Uplink.ServiceReply(to, 200, "success", Values.empty()), 1);
        assertThat(lines(target)).containsExactly("homie/5/lamp-1/main/light/$target true");
        assertThat(target.get(0).publication().retained()).isTrue();
        assertThat(((Downlink.PropertySet) read.get(1)).values()).isEqualTo(Values.of("Light", true));
    }

    @Test
    void set_inVersion4_hasNoTarget() {
        List<Downlink> read = decode(codec(HomieVersion.V4), "homie/lamp-1/main/mode/set", "warm");

        assertThat(read).hasSize(1);
        assertThat(((Downlink.PropertySet) read.get(0)).values()).isEqualTo(Values.of("Mode", 0));
    }

    @Test
    void set_thatTheBrokerKept_isIgnored() {
        ThingCodec codec = codec(HomieVersion.V4);

        assertThat(codec.decode(message("homie/lamp-1/main/light/set", "true", true)))
                .isEmpty();
    }

    @Test
    void set_thatDoesNotFit_isRefused() {
        ThingCodec codec = codec(HomieVersion.V5);

        assertThatThrownBy(() -> decode(codec, "homie/5/lamp-1/main/light/set", "TRUE"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("true or false");
        assertThatThrownBy(() -> decode(codec, "homie/5/lamp-1/main/level/set", "101"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("0:100");
        assertThatThrownBy(() -> decode(codec, "homie/5/lamp-1/main/level/set", ""))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void setReply_ofAFailureInVersion5_isALineOfTheLog() {
        ThingCodec codec = codec(HomieVersion.V5);
        Downlink.PropertySet set = (Downlink.PropertySet)
                decode(codec, "homie/5/lamp-1/main/light/set", "true").get(1);

        List<Outgoing> said = codec.encode(new Uplink.SetReply(set.replyTo().orElseThrow(), 500, "no power"), 1);

        assertThat(lines(said)).containsExactly("homie/5/lamp-1/$log/warn Light: no power");
        assertThat(said.get(0).publication().retained()).isFalse();
    }

    @Test
    void service_whenCalled_isReadAndAnsweredWithItsOutput() {
        ThingCodec codec = codec(HomieVersion.V4);

        Downlink.ServiceCall call =
                (Downlink.ServiceCall) decode(codec, "homie/lamp-1/services/blink/set", "{\"times\":3}")
                        .get(0);
        List<Outgoing> answer = codec.encode(
                new Uplink.ServiceReply(call.replyTo().orElseThrow(), 200, "success", Values.of("done", 3)), 1);

        assertThat(call.service()).isEqualTo("Blink");
        assertThat(call.input()).isEqualTo(Values.of("times", 3));
        assertThat(lines(answer)).containsExactly("homie/lamp-1/services/blink {\"done\":3}");
    }

    @Test
    void event_always_isAValueThatIsNotKept() {
        Outgoing sent = codec(HomieVersion.V5)
                .encode(new Uplink.EventReport("Overheat", Values.of("degrees", 90.5), Optional.empty(), false), 1)
                .get(0);

        assertThat(lines(List.of(sent))).containsExactly("homie/5/lamp-1/events/overheat {\"degrees\":90.5}");
        assertThat(sent.publication().retained()).isFalse();
    }
}
