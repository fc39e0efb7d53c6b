package org.iotconnector.adafruit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.adafruit.AdafruitConfigBuilder;
import org.iotconnector.adafruit.Devices;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.TopicForm;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;

class AdafruitCodecPropertyTest {
    private static final List<String> TOPICS = List.of(
            "tester/f/temp",
            "tester/f/temp/json",
            "tester/f/temp/csv",
            "tester/f/house.temp",
            "tester/g/house",
            "tester/g/house/csv",
            "tester/groups/default/json",
            "tester/errors",
            "tester/throttle",
            "time/seconds");

    @Provide
    Arbitrary<String> topics() {
        return Arbitraries.of(TOPICS);
    }

    @Provide
    Arbitrary<Map<String, Object>> properties() {
        Arbitrary<String> names =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.strings()
                        .ofMaxLength(40)
                        .filter(AdafruitCodecPropertyTest::isText)
                        .map(Object.class::cast));
        return Arbitraries.maps(names, values).ofMinSize(1).ofMaxSize(5);
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    private static AdafruitConfigBuilder config(boolean grouped, FeedFormat format, TopicForm form) {
        return (grouped ? Devices.house() : Devices.sensor()).feedFormat(format).topicForm(form);
    }

    private static List<Downlink> decode(ThingCodec codec, TopicName topic, Bytes payload) {
        return codec.decode(new Message(topic, payload, QualityOfService.AT_LEAST_ONCE, false));
    }

    @Property
    void decode_anyBytesOnItsTopics_failsOnlyAsAMapping(
            @ForAll("topics") String topic, @ForAll boolean grouped, @ForAll byte[] payload) {
        ThingCodec codec = new AdafruitCodec((grouped ? Devices.house() : Devices.heater()).build());

        try {
            assertThat(decode(codec, TopicName.of(topic), Bytes.copyOf(payload)))
                    .hasSizeLessThanOrEqualTo(1);
        } catch (MappingException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
    }

    /** What comes back is heard where the device listens, and means what was reported. */
    @Property
    void report_anyValues_comesBackAsItWasWhereTheDeviceListens(
            @ForAll("properties") Map<String, Object> properties,
            @ForAll boolean grouped,
            @ForAll FeedFormat format,
            @ForAll TopicForm form) {
        Values values = Values.copyOf(properties);
        ThingCodec codec = new AdafruitCodec(
                config(grouped, format, form).settable(values.names()).build());

        List<Outgoing> messages;
        try {
            messages = codec.encode(Uplink.PropertyReport.of(values), 1);
        } catch (MappingException noCsvForThat) {
            assertThat(grouped && format == FeedFormat.CSV).isTrue();
            return;
        }

        Map<String, String> heard = new LinkedHashMap<>();
        for (Outgoing message : messages) {
            for (Echo echo : message.echoes()) {
                assertThat(codec.subscriptions(Interest.REPLIES_ONLY.withSets()))
                        .anyMatch(subscription -> subscription.filter().matches(echo.topic()));
                Downlink.PropertySet set = (Downlink.PropertySet)
                        decode(codec, echo.topic(), echo.payload()).get(0);
                set.values().forEach((name, value) -> heard.put(name, value.asText()));
            }
        }
        FeedText texts = new FeedText(
                Devices.sensor().build().booleanWords(),
                Devices.sensor().build().precision());
        assertThat(heard.keySet()).containsExactlyInAnyOrderElementsOf(values.names());
        values.forEach((name, value) -> assertThat(heard).containsEntry(name, texts.of(value)));
    }

    /** The platform reads what was written just as a subscriber of the same topic would. */
    @Property
    void report_ofAGroup_isReadAsItWasWritten(@ForAll("properties") Map<String, Object> properties) {
        Values values = Values.copyOf(properties);
        ThingCodec codec = new AdafruitCodec(Devices.house().build());
        FeedText texts = new FeedText(
                Devices.house().build().booleanWords(), Devices.house().build().precision());

        List<Outgoing> messages = codec.encode(Uplink.PropertyReport.of(values), 1);

        int permits = 0;
        for (Outgoing message : messages) {
            permits += message.cost();
            List<Downlink> read = decode(
                    codec, message.publication().topic(), message.publication().payload());
            Values.Builder expected = Values.builder();
            values.forEach((name, value) -> {
                if (message.properties().contains(name)) {
                    expected.put(name, texts.of(value));
                }
            });
            assertThat(read).containsExactly(new Downlink.PropertySet(expected.build(), Optional.empty()));
        }
        assertThat(permits).isEqualTo(values.size());
    }
}
