package org.iotconnector.onenet.legacy.internal;

import java.util.List;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.onenet.legacy.LegacyConfig;

/** Reports as packets of {@code $dp}, commands as property sets and raw commands. Immutable. */
public final class LegacyCodec implements ThingCodec {
    private final LegacyReports reports;
    private final LegacyCommands commands;

    public LegacyCodec(LegacyConfig config) {
        this.reports = new LegacyReports(config);
        this.commands = new LegacyCommands(config);
    }

    /** None: the platform answers no report, and commands come without. */
    @Override
    public List<Subscription> subscriptions(Interest interest) {
        return List.of();
    }

    @Override
    public List<TopicFilter> unsubscribed() {
        return List.of(LegacyTopics.COMMANDS);
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        return List.of(message.match(
                reports::properties,
                event -> none("events"),
                commands::set,
                reply -> none("services"),
                query -> none("desired values"),
                delete -> none("desired values"),
                batch -> reports.batch(batch.backlog()),
                history -> none("history reports; send the values as a batch"),
                reports::raw,
                commands::raw));
    }

    @Override
    public List<Downlink> decode(Message message) {
        return commands.decode(message);
    }

    private static Outgoing none(String what) {
        throw new UnsupportedOperationException("OneNET's first generation has no " + what + ".");
    }
}
