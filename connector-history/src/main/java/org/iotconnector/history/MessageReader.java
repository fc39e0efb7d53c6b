package org.iotconnector.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Finds the values in a message. Implementations must be thread-safe. */
@FunctionalInterface
public interface MessageReader {
    /**
     * The samples that a message brings.
     *
     * @param time when it came
     * @return empty if it is none of interest
     * @throws MappingException if it cannot be read; it is then counted and left out
     */
    List<Sample> read(Message message, Instant time);

    /** Reads as the device itself does: the property sets that its provider finds in the message. */
    static <C extends DeviceConfig<C>> MessageReader of(C config) {
        ThingCodec codec = config.provider().codec(config);
        return (message, time) -> {
            List<Sample> samples = new ArrayList<>();
            for (Downlink downlink : codec.decode(message)) {
                if (downlink instanceof Downlink.PropertySet set) {
                    set.values()
                            .forEach((property, value) ->
                                    samples.add(new Sample(config.deviceId(), property, time, value)));
                }
            }
            return samples;
        };
    }

    /**
     * Reads messages that no provider knows: a JSON object gives a sample for each member, named
     * {@code topic/member}; any other payload one sample, named by the topic, of the number, boolean or text that it is.
     */
    static MessageReader ofTopics(String device) {
        return (message, time) -> {
            String topic = message.topic().text();
            Value value = plainValue(message);
            if (!(value instanceof Value.Struct struct)) {
                return List.of(new Sample(device, topic, time, value));
            }
            Values members = struct.value();
            List<Sample> samples = new ArrayList<>();
            members.forEach((name, member) -> samples.add(new Sample(device, topic + "/" + name, time, member)));
            return samples;
        };
    }

    private static Value plainValue(Message message) {
        try {
            return Json.read(message.payload().toArray());
        } catch (MappingException notJson) {
            return new Value.Text(message.text());
        }
    }
}
