package org.iotconnector.tck.toy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;

/** The same platform, seen by a sub-device: everything goes over the gateway's topics and names the sub-device. */
public final class ToyChildProvider implements Provider<ToyChild> {
    private final ToyProvider gateways = new ToyProvider();

    @Override
    public String id() {
        return gateways.id();
    }

    @Override
    public String title() {
        return gateways.title();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public ToyChild configure(Settings settings) {
        throw new UnsupportedOperationException("Made in code only.");
    }

    @Override
    public ConnectParameters connect(ToyChild config, Instant now) {
        return gateways.connect(config.parent(), now);
    }

    @Override
    public ThingCodec codec(ToyChild config) {
        return new Codec(config.parent().device(), config.name());
    }

    @Override
    public Quotas quotas(ToyChild config) {
        return gateways.quotas(config.parent());
    }

    @Override
    public Capabilities capabilities(ToyChild config) {
        return gateways.capabilities(config.parent());
    }

    private record Codec(String gateway, String child) implements ThingCodec {
        private String topic(String what) {
            return "toy/" + gateway + "/" + what;
        }

        @Override
        public List<Subscription> subscriptions(Interest interest) {
            return List.of();
        }

        @Override
        public List<Outgoing> encode(Uplink message, long sequence) {
            if (message instanceof Uplink.PropertyReport report) {
                Values envelope = Values.of("id", sequence, "child", child, "values", report.values());
                return List.of(new Outgoing(
                        ToyCodec.publication(topic("report"), envelope),
                        Optional.of(Long.toString(sequence)),
                        Set.copyOf(report.values().names())));
            } else if (message instanceof Uplink.SetReply reply) {
                Values envelope = Values.of("id", reply.to().id(), "code", reply.code(), "child", child);
                return List.of(Outgoing.of(ToyCodec.publication(reply.to().topic(), envelope)));
            }
            throw new UnsupportedOperationException("Toy has no such message.");
        }

        @Override
        public List<Downlink> decode(Message message) {
            return List.of();
        }

        @Override
        public List<Outgoing> attach(Instant now, Values reported, long sequence) {
            List<Outgoing> steps = new ArrayList<>();
            for (String step : List.of("join", "login")) {
                Values envelope = Values.of("id", sequence, "child", child, "now", now.toString());
                steps.add(Outgoing.answered(ToyCodec.publication(topic(step), envelope), step + "#" + sequence));
            }
            return steps;
        }

        @Override
        public List<Outgoing> detach(long sequence) {
            return List.of(Outgoing.of(ToyCodec.publication(topic("logout"), Values.of("child", child))));
        }
    }
}
