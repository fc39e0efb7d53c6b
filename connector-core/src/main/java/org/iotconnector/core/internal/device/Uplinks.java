package org.iotconnector.core.internal.device;

import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Uplink;

/** Checks an uplink before it is encoded: whether the platform has such messages, and whether the model allows it. */
final class Uplinks {
    private final String platform;
    private final Capabilities capabilities;
    private final Optional<ThingModel> model;

    Uplinks(String platform, Capabilities capabilities, Optional<ThingModel> model) {
        this.platform = platform;
        this.capabilities = capabilities;
        this.model = model;
    }

    /** The message with its values in the model's own types. */
    Uplink check(Uplink message) {
        return message.match(
                this::checkReport,
                this::checkEvent,
                reply -> reply,
                reply -> reply,
                query -> need(Feature.DESIRED_VALUES, "desired values", query),
                delete -> need(Feature.DESIRED_VALUES, "desired values", delete),
                batch -> need(Feature.BATCH, "batch reports", new Uplink.BatchReport(checkBacklog(batch.backlog()))),
                history -> need(
                        Feature.HISTORY, "history reports", new Uplink.HistoryReport(checkBacklog(history.backlog()))),
                raw -> need(Feature.RAW, "raw reports", raw),
                raw -> raw);
    }

    private Uplink checkReport(Uplink.PropertyReport report) {
        if (report.values().isEmpty()) {
            throw new MappingException("", "A report needs at least one property.");
        }
        return model.<Uplink>map(known -> new Uplink.PropertyReport(
                        known.checkReport(report.values()), report.time(), report.wantReply()))
                .orElse(report);
    }

    private Uplink checkEvent(Uplink.EventReport event) {
        need(Feature.EVENTS, "events", event);
        return model.<Uplink>map(known -> new Uplink.EventReport(
                        event.event(),
                        known.checkEvent(event.event(), event.output()),
                        event.time(),
                        event.wantReply()))
                .orElse(event);
    }

    private Backlog checkBacklog(Backlog backlog) {
        if (backlog.isEmpty()) {
            throw new MappingException("", "A backlog needs at least one value or event.");
        }
        if (model.isEmpty()) {
            return backlog;
        }
        ThingModel known = model.get();
        Backlog.Builder checked = Backlog.builder();
        List<Backlog.TimedValues> values = backlog.values();
        values.forEach(entry -> checked.values(entry.time(), known.checkReport(entry.values())));
        backlog.events()
                .forEach(entry ->
                        checked.event(entry.time(), entry.event(), known.checkEvent(entry.event(), entry.output())));
        return checked.build();
    }

    private Uplink need(Feature feature, String what, Uplink message) {
        if (!capabilities.has(feature)) {
            throw new UnsupportedOperationException(platform + " has no " + what + ".");
        }
        return message;
    }
}
