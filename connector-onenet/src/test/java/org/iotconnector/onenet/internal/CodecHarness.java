package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.onenet.DataProtocol;
import org.iotconnector.onenet.Devices;
import org.iotconnector.onenet.OneNetConfigBuilder;

/** One device's codec, with texts for bytes. */
final class CodecHarness {
    static final String SYS = "$sys/a1B2c3D4e5/sensor-01/";

    final ThingCodec codec;

    CodecHarness(OneNetConfigBuilder device) {
        this.codec = OneNetCodec.of(device.build());
    }

    static CodecHarness sensor() {
        return new CodecHarness(Devices.sensor());
    }

    static CodecHarness speaking(DataProtocol protocol) {
        return new CodecHarness(Devices.sensor().dataProtocol(protocol));
    }

    /** The one message that {@code uplink} becomes. */
    Outgoing encode(Uplink uplink, long sequence) {
        List<Outgoing> messages = codec.encode(uplink, sequence);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    static String topic(Outgoing outgoing) {
        return outgoing.publication().topic().text();
    }

    static String payload(Outgoing outgoing) {
        return new String(outgoing.publication().payload().toArray(), StandardCharsets.UTF_8);
    }

    /** What a payload on the topic of a path below {@link #SYS} is read as. */
    List<Downlink> decodeAll(String topic, String payload) {
        String whole = topic.startsWith("$") || topic.startsWith("/") ? topic : SYS + topic;
        return codec.decode(
                new Message(TopicName.of(whole), Bytes.ofUtf8(payload), QualityOfService.AT_MOST_ONCE, false));
    }

    Downlink decode(String topic, String payload) {
        List<Downlink> downlinks = decodeAll(topic, payload);
        assertThat(downlinks).hasSize(1);
        return downlinks.get(0);
    }
}
