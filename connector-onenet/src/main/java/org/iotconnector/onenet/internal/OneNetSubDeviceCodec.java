package org.iotconnector.onenet.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetDeviceId;

/**
 * A sub-device's messages on its gateway's topics. Its data goes in packs that name it; what comes for it the gateway's own
 * codec reads. Immutable. OneNET, "Gateway and sub-devices", read 2026-11.
 */
final class OneNetSubDeviceCodec implements ThingCodec {
    private static final Function<Uplink, Outgoing> NO_DESIRED =
            Unsupported.because("OneNET keeps no desired values for sub-devices.");
    private static final Function<Uplink, Outgoing> NO_RAW =
            Unsupported.because("OneNET has no raw messages for sub-devices.");

    private final OneNetConfig config;
    private final OneNetDeviceId identity;
    private final OneNetReports reports;

    OneNetSubDeviceCodec(OneNetConfig config, OneNetConfig gateway) {
        this.config = config;
        this.identity = new OneNetDeviceId(config.productId(), config.deviceName());
        this.reports = new OneNetReports(config, new OneNetTopics(gateway.productId(), gateway.deviceName()));
    }

    /** None: the gateway hears everything for its sub-devices. */
    @Override
    public List<Subscription> subscriptions(Interest interest) {
        return List.of();
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        String id = OneJson.id(sequence);
        return List.of(message.match(
                report -> reports.packed(identity, report, id),
                event -> reports.packed(identity, event, id),
                OneNetAnswers::set,
                reply -> OneNetAnswers.ofSubDevice(identity, reply),
                NO_DESIRED,
                NO_DESIRED,
                batch -> reports.batch(batch.backlog(), id),
                history -> reports.history(history.backlog(), id),
                NO_RAW,
                NO_RAW));
    }

    @Override
    public List<Downlink> decode(Message message) {
        return List.of();
    }

    @Override
    public List<Outgoing> attach(Instant now, Values reported, long sequence) {
        String id = OneJson.id(sequence);
        List<Outgoing> steps = new ArrayList<>();
        if (config.bindToGateway()) {
            steps.add(reports.subDevice(OneNetTopics.TOPO_ADD, id, json -> {
                OneJson.identity(json, identity);
                json.name("sasToken").text(config.tokenAt(now).text().reveal());
            }));
        }
        steps.add(reports.subDevice(OneNetTopics.SUB_LOGIN, id, json -> OneJson.identity(json, identity)));
        return steps;
    }

    @Override
    public List<Outgoing> detach(long sequence) {
        return List.of(reports.subDevice(
                OneNetTopics.SUB_LOGOUT, OneJson.id(sequence), json -> OneJson.identity(json, identity)));
    }
}
