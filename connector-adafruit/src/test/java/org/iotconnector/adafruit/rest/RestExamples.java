package org.iotconnector.adafruit.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.core.Connector;
import org.iotconnector.core.settings.Secret;

/** Each piece between a {@code tag} and its {@code end} stands in the page, to the letter but for white space. */
final class RestExamples {
    Datum start(Connector connector, AdafruitConfig config) {
        // tag::start[]
        AdafruitRest rest = AdafruitRest.builder(connector, config).build();
        Datum stored = rest.data("temperature").create(NewDatum.of(21.5)).execute();
        Optional<Datum> newest = rest.data("temperature").last().execute();
        // end::start[]
        return newest.orElse(stored);
    }

    double history(AdafruitRest rest, Instant yesterday) {
        // tag::history[]
        double highest = rest.data("temperature").list(DataQuery.all().from(yesterday)).stream()
                .flatMapToDouble(datum -> datum.asDouble().stream())
                .max()
                .orElse(Double.NaN);
        // end::history[]
        return highest;
    }

    CompletableFuture<Long> historyAsync(AdafruitRest rest, List<String> values) {
        // tag::async[]
        CompletableFuture<Long> count =
                rest.data("temperature").list().forEachAsync(datum -> values.add(datum.value()));
        // end::async[]
        return count;
    }

    Dashboard dashboard(AdafruitRest rest) {
        // tag::dashboard[]
        Dashboard greenhouse = rest.dashboards()
                .create(DashboardAttributes.named("Greenhouse"))
                .execute();
        Block gauge = rest.blocks(greenhouse.key())
                .create(BlockAttributes.of(VisualType.GAUGE).feed("temperature").property("maxValue", "40"))
                .execute();
        rest.dashboards()
                .updateLayouts(greenhouse.key(), Map.of(LayoutSize.LG, List.of(new BlockPlace(gauge.id(), 0, 0, 4, 4))))
                .execute();
        // end::dashboard[]
        return greenhouse;
    }

    Datum webhook(Connector connector) {
        // tag::webhook[]
        AdafruitRest keyless = AdafruitRest.keyless(connector.http(), "demo").build();
        Datum rung = keyless.webhook(Secret.fromEnv("DOORBELL_WEBHOOK"))
                .send(NewDatum.of("rung"))
                .execute();
        // end::webhook[]
        return rung;
    }

    Chart chart(AdafruitRest rest) {
        // tag::chart[]
        Chart means = rest.data("temperature")
                .chart(ChartQuery.lastHours(24).resolution(Duration.ofHours(1)).field(ChartQuery.Field.AVG))
                .execute();
        // end::chart[]
        return means;
    }
}
