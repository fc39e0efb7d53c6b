package org.iotconnector.easyiot.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.easyiot.Layout;

/** Reports and commands that share their topics, so that whatever a device says comes back to it. Immutable. */
public final class SharedTopicCodec implements ThingCodec {
    private final String platform;
    private final TopicPlan plan;
    private final MessageForm form;
    private final TextForm text;
    private final LengthWarning length;

    /**
     * The codec of one device.
     *
     * @param platform for people, such as {@code Easy IoT}
     * @param device for the log
     */
    public SharedTopicCodec(String platform, String device, TopicPlan plan, MessageForm form, TextForm text) {
        this.platform = platform;
        this.plan = plan;
        this.form = form;
        this.text = text;
        this.length = new LengthWarning(device);
    }

    /** Read-only properties too: their topics carry what other programs report in this device's name. */
    @Override
    public List<Subscription> subscriptions(Interest interest) {
        if (!interest.sets()) {
            return List.of();
        }
        return plan.topics().stream()
                .map(topic -> new Subscription(TopicFilter.of(topic.text()), form.listenQos()))
                .toList();
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        return message.match(
                report -> report(report.values()),
                event -> none("events"),
                reply -> none("answers to property sets"),
                reply -> none("services"),
                query -> none("desired values"),
                delete -> none("desired values"),
                batch -> none("reports of several times"),
                history -> none("history reports"),
                raw -> none("raw reports; publish on the session instead"),
                raw -> none("raw commands"));
    }

    /** The time of a report has no place here: the platform notes when a message arrives. */
    private List<Outgoing> report(Values values) {
        List<Outgoing> messages = new ArrayList<>();
        if (plan.layout() == Layout.TEXT) {
            values.forEach((property, value) ->
                    messages.add(outgoing(plan.topicOf(property), text.write(value), Set.of(property))));
            return messages;
        }
        Map<TopicName, Values.Builder> byTopic = new LinkedHashMap<>();
        values.forEach((property, value) -> byTopic.computeIfAbsent(plan.topicOf(property), topic -> Values.builder())
                .put(property, value));
        byTopic.forEach((topic, some) -> {
            Values together = some.build();
            messages.add(outgoing(topic, Json.toText(new Value.Struct(together)), Set.copyOf(together.names())));
        });
        return messages;
    }

    private Outgoing outgoing(TopicName topic, String content, Set<String> properties) {
        length.look(topic, content);
        Bytes payload = Bytes.ofUtf8(form.prefix() + content);
        Outgoing message =
                new Outgoing(new Publication(topic, payload, form.qos(), false), Optional.empty(), properties);
        return form.suppressEcho()
                ? message.echoedAs(List.of(new Echo(topic, form.prefixReturns() ? payload : Bytes.ofUtf8(content))))
                : message;
    }

    private List<Outgoing> none(String what) {
        throw new UnsupportedOperationException(platform + " has no " + what + ".");
    }

    @Override
    public List<Downlink> decode(Message message) {
        TopicName topic = message.topic();
        if (!plan.has(topic)) {
            return List.of();
        }
        String received = TextForm.utf8(message.payload());
        String content = form.prefixTolerated() ? SiotPrefix.remove(received) : received;
        return List.of(new Downlink.PropertySet(values(topic, content), Optional.empty()));
    }

    private Values values(TopicName topic, String content) {
        if (plan.layout() == Layout.JSON) {
            return Json.readObject(Bytes.ofUtf8(content).toArray());
        }
        String property = plan.propertyOn(topic).orElseThrow();
        return Values.of(property, text.read(property, content));
    }
}
