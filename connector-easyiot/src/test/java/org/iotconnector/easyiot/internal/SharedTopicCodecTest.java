package org.iotconnector.easyiot.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.easyiot.BooleanWords;
import org.iotconnector.easyiot.Layout;
import org.iotconnector.easyiot.broker.Logs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SharedTopicCodecTest {
    private static final QualityOfService ONCE = QualityOfService.AT_LEAST_ONCE;
    private static final Map<String, String> TOPICS = Map.of("light", "Bkgk2zXb4", "climate", "BJpHJt1VW");
    private static final MessageForm PLAIN = MessageForm.plain(ONCE, true);
    private static final MessageForm UNSTORED = new MessageForm(ONCE, ONCE, "->", true, true, true);

    private static final ThingModel MODEL = ThingModel.builder()
            .property(PropertySpec.readWrite("light", DataType.bool("off", "on")))
            .property(PropertySpec.readOnly("climate", DataType.float64()))
            .build();

    private static ThingCodec codec(Layout layout, Map<String, String> properties, MessageForm form) {
        return codec(layout, properties, form, Optional.empty());
    }

    private static ThingCodec codec(
            Layout layout, Map<String, String> properties, MessageForm form, Optional<ThingModel> model) {
        return new SharedTopicCodec(
                "Easy IoT",
                "a/b",
                new TopicPlan(layout, TOPICS, properties),
                form,
                new TextForm(BooleanWords.ON_OFF, model));
    }

    private static ThingCodec text() {
        return codec(Layout.TEXT, Map.of(), PLAIN);
    }

    private static List<Outgoing> report(ThingCodec codec, Values values) {
        return codec.encode(Uplink.PropertyReport.of(values), 1);
    }

    private static String payload(Outgoing outgoing) {
        return new String(outgoing.publication().payload().toArray(), StandardCharsets.UTF_8);
    }

    private static Values decode(ThingCodec codec, String topic, Bytes payload) {
        List<Downlink> downlinks = codec.decode(new Message(TopicName.of(topic), payload, ONCE, false));
        assertThat(downlinks).hasSize(1);
        Downlink.PropertySet set = (Downlink.PropertySet) downlinks.get(0);
        assertThat(set.replyTo()).isEmpty();
        return set.values();
    }

    private static Values decode(ThingCodec codec, String topic, String payload) {
        return decode(codec, topic, Bytes.ofUtf8(payload));
    }

    @Test
    void report_inText_isAMessageForEachPropertyThatComesBack() {
        List<Outgoing> messages = report(text(), Values.of("light", true, "climate", 23.5));

        assertThat(messages).extracting(SharedTopicCodecTest::payload).containsExactly("on", "23.5");
        assertThat(messages)
                .extracting(message -> message.publication().topic().text())
                .containsExactly("Bkgk2zXb4", "BJpHJt1VW");
        assertThat(messages.get(0).properties()).isEqualTo(Set.of("light"));
        assertThat(messages.get(0).echoes()).containsExactly(new Echo(TopicName.of("Bkgk2zXb4"), Bytes.ofUtf8("on")));
    }

    @Test
    void report_ofAPropertyUnderAnotherName_goesToItsTopic() {
        ThingCodec codec = codec(Layout.TEXT, Map.of("LightSwitch", "light"), PLAIN);

        assertThat(report(codec, Values.of("LightSwitch", false)))
                .extracting(message -> message.publication().topic().text())
                .containsExactly("Bkgk2zXb4");
        assertThatThrownBy(() -> report(codec, Values.of("light", false))).isInstanceOf(MappingException.class);
        assertThat(decode(codec, "Bkgk2zXb4", "on")).isEqualTo(Values.of("LightSwitch", "on"));
    }

    @Test
    void report_ofAPropertyWithoutTopic_namesTheNearestName() {
        assertThatThrownBy(() -> report(text(), Values.of("ligth", true)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Did you mean \"light\"?");
    }

    @Test
    void report_inJson_isAMessageForEachTopic() {
        ThingCodec codec = codec(Layout.JSON, Map.of("temperature", "climate", "humidity", "climate"), PLAIN);

        List<Outgoing> messages = report(codec, Values.of("temperature", 23.5, "light", true, "humidity", 40));

        assertThat(messages)
                .extracting(SharedTopicCodecTest::payload)
                .containsExactly("{\"temperature\":23.5,\"humidity\":40}", "{\"light\":true}");
        assertThat(messages.get(0).properties()).isEqualTo(Set.of("temperature", "humidity"));
    }

    @Test
    void report_inJsonWithOneTopic_goesThereWhateverItHolds() {
        ThingCodec codec = new SharedTopicCodec(
                "Easy IoT",
                "a/b",
                new TopicPlan(Layout.JSON, Map.of("all", "Bkgk2zXb4"), Map.of()),
                PLAIN,
                new TextForm(BooleanWords.ON_OFF, Optional.empty()));

        assertThat(report(codec, Values.of("x", 1, "y", 2)))
                .extracting(SharedTopicCodecTest::payload)
                .containsExactly("{\"x\":1,\"y\":2}");
    }

    @ParameterizedTest
    @EnumSource(BooleanWords.class)
    void report_ofABoolean_isReadBackByTheModel(BooleanWords words) {
        ThingCodec codec = new SharedTopicCodec(
                "Easy IoT",
                "a/b",
                new TopicPlan(Layout.TEXT, TOPICS, Map.of()),
                PLAIN,
                new TextForm(words, Optional.of(MODEL)));

        for (boolean value : new boolean[] {true, false}) {
            Bytes payload = report(codec, Values.of("light", value))
                    .get(0)
                    .publication()
                    .payload();
            assertThat(decode(codec, "Bkgk2zXb4", payload)).isEqualTo(Values.of("light", value));
        }
    }

    @Test
    void report_notStoredOnV1_beginsWithTheArrowAndComesBackWithIt() {
        Outgoing message = report(codec(Layout.TEXT, Map.of(), UNSTORED), Values.of("light", true))
                .get(0);

        assertThat(payload(message)).isEqualTo("->on");
        assertThat(message.echoes()).extracting(Echo::payload).containsExactly(Bytes.ofUtf8("->on"));
    }

    @Test
    void report_toAServerThatTakesTheArrowOff_comesBackWithoutIt() {
        MessageForm form = new MessageForm(ONCE, ONCE, "->", true, false, true);

        Outgoing message = report(codec(Layout.TEXT, Map.of(), form), Values.of("light", true))
                .get(0);

        assertThat(message.echoes()).extracting(Echo::payload).containsExactly(Bytes.ofUtf8("on"));
    }

    @Test
    void report_withoutSuppression_declaresNoEcho() {
        ThingCodec codec = codec(Layout.TEXT, Map.of(), MessageForm.plain(ONCE, false));

        assertThat(report(codec, Values.of("light", true)).get(0).echoes()).isEmpty();
    }

    @Test
    void report_ofMoreThan255Characters_isWarnedAboutOnceAndSentWhole() {
        String essay = "长".repeat(256);
        ThingCodec codec = text();
        try (Logs log = Logs.open()) {
            Outgoing message = report(codec, Values.of("light", essay)).get(0);
            report(codec, Values.of("light", essay));

            assertThat(payload(message)).isEqualTo(essay);
            assertThat(log.entries(Level.WARN))
                    .filteredOn(entry -> entry.contains("end at 255"))
                    .hasSize(1);
        }
    }

    @Test
    void report_of255Characters_isNoMatter() {
        try (Logs log = Logs.open()) {
            report(text(), Values.of("light", "长".repeat(255)));

            assertThat(log.entries(Level.WARN)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"on,on", "->on,on", "->,''", "-> on,' on'", "->->on,->on"})
    void decode_onV1_takesBothFormsOfAMessageThatIsNotStored(String received, String value) {
        ThingCodec codec = codec(Layout.TEXT, Map.of(), UNSTORED);

        assertThat(decode(codec, "Bkgk2zXb4", received)).isEqualTo(Values.of("light", value));
    }

    @Test
    void decode_elsewhere_leavesTheArrow() {
        assertThat(decode(text(), "Bkgk2zXb4", "->on")).isEqualTo(Values.of("light", "->on"));
    }

    @Test
    void decode_withAModel_typesTheText() {
        ThingCodec codec = codec(Layout.TEXT, Map.of(), PLAIN, Optional.of(MODEL));

        assertThat(decode(codec, "BJpHJt1VW", " 23.5\n")).isEqualTo(Values.of("climate", 23.5));
        assertThatThrownBy(() -> decode(codec, "Bkgk2zXb4", "perhaps"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("light");
    }

    @Test
    void decode_ofJson_isAnObjectOrRefused() {
        ThingCodec codec = codec(Layout.JSON, Map.of(), PLAIN);

        assertThat(decode(codec, "Bkgk2zXb4", "{\"light\":true,\"level\":3}"))
                .isEqualTo(Values.of("light", true, "level", 3));
        assertThatThrownBy(() -> decode(codec, "Bkgk2zXb4", "on")).isInstanceOf(MappingException.class);
    }

    @Test
    void decode_ofWhatIsNoText_isRefused() {
        assertThatThrownBy(() -> decode(text(), "Bkgk2zXb4", Bytes.copyOf(new byte[] {(byte) 0xFF})))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void subscriptions_forSets_areEveryTopic() {
        assertThat(text().subscriptions(Interest.REPLIES_ONLY.withSets()))
                .containsExactlyInAnyOrder(
                        Subscription.atLeastOnce("Bkgk2zXb4"), Subscription.atLeastOnce("BJpHJt1VW"));
        assertThat(text().subscriptions(Interest.REPLIES_ONLY)).isEmpty();
    }

    @Test
    void encode_ofWhatThePlatformLacks_saysSo() {
        assertThatThrownBy(() -> text().encode(new Uplink.RawReport(Bytes.empty()), 1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Easy IoT has no raw reports");
    }
}
