package org.iotconnector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.DeviceConfigs;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.Providers;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;

/** Codecs as core uses them: what arrives is decoded, and what asks for an answer gets one. */
final class Codecs {
    private static final Providers PROVIDERS = Providers.load();

    private final List<ThingCodec> codecs;

    private Codecs(List<ThingCodec> codecs) {
        this.codecs = codecs;
    }

    /** The codecs of devices, a text of YAML each. */
    static Codecs of(String... devices) {
        return new Codecs(List.of(devices).stream().map(Codecs::codec).toList());
    }

    private static ThingCodec codec(String yaml) {
        return codec(DeviceConfigs.load(PROVIDERS, Map.of(), SettingSource.yaml(yaml, "device.yaml", Map.of())));
    }

    private static <C extends DeviceConfig<C>> ThingCodec codec(DeviceConfig<C> config) {
        return config.provider().codec(config.self());
    }

    /** A message, written as its topic name, a line feed and its payload. Anything else is passed over. */
    void receive(byte[] input) {
        message(input).ifPresent(message -> codecs.forEach(codec -> receive(codec, message)));
    }

    private static Optional<Message> message(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        if (end == input.length) {
            return Optional.empty();
        }
        byte[] topic = Arrays.copyOf(input, end);
        byte[] payload = Arrays.copyOfRange(input, end + 1, input.length);
        return Check.read(() -> TopicName.of(Check.text(topic)), IllegalArgumentException.class)
                .map(name -> new Message(name, Bytes.copyOf(payload), QualityOfService.AT_LEAST_ONCE, false));
    }

    private static void receive(ThingCodec codec, Message message) {
        Check.read(() -> codec.decode(message), MappingException.class).ifPresent(downlinks -> {
            assertThat(codec.decode(message)).isEqualTo(downlinks);
            downlinks.forEach(downlink -> answer(codec, downlink));
        });
    }

    private static void answer(ThingCodec codec, Downlink downlink) {
        if (downlink instanceof Downlink.PropertySet set) {
            set.replyTo().ifPresent(to -> send(codec, new Uplink.SetReply(to, 200, "success")));
        } else if (downlink instanceof Downlink.PropertyGet get) {
            get.replyTo().ifPresent(to -> reply(codec, to));
        } else if (downlink instanceof Downlink.ServiceCall call) {
            call.replyTo().ifPresent(to -> reply(codec, to));
        } else if (downlink instanceof Downlink.DesiredValues desired) {
            assertThat(desired.values().names()).hasSameSizeAs(desired.desired().keySet());
        }
    }

    private static void reply(ThingCodec codec, ReplyAddress to) {
        send(codec, new Uplink.ServiceReply(to, 200, "success", Values.empty()));
        send(codec, new Uplink.ServiceReply(to, 400, "no", Values.of("a", 1)));
    }

    /** Whatever the platform called it by, an answer to it can be written. */
    private static void send(ThingCodec codec, Uplink answer) {
        Check.read(() -> codec.encode(answer, 1), MappingException.class).ifPresent(Codecs::requireAll);
    }

    private static void requireAll(List<Outgoing> messages) {
        assertThat(messages).doesNotContainNull();
    }
}
