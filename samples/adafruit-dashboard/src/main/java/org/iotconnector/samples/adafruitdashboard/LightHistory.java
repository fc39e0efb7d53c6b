package org.iotconnector.samples.adafruitdashboard;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iotconnector.adafruit.rest.AdafruitRest;
import org.iotconnector.adafruit.rest.Datum;
import org.iotconnector.core.thing.Value;
import org.iotconnector.history.HistoryPlot;
import org.iotconnector.history.Sample;

/** What the platform remembers of the light, drawn. */
final class LightHistory {
    private static final int MOST = 500;

    private final AdafruitRest rest;
    private final String group;

    LightHistory(AdafruitRest rest, String group) {
        this.rest = rest;
        this.group = group;
    }

    /** Draws it on the screen, and into {@code picture} if one is wanted. */
    void draw(Optional<Path> picture) {
        HistoryPlot plot = HistoryPlot.of("Light of the " + group, samples(), ZoneId.systemDefault());
        System.out.println(plot.text(72, 16));
        picture.filter(file -> !plot.isEmpty()).ifPresent(file -> {
            plot.png(file, 900, 500);
            System.out.println("history is drawn in " + file);
        });
    }

    private List<Sample> samples() {
        return rest.data(group + ".light").list().stream()
                .limit(MOST)
                .flatMap(this::sample)
                .toList();
    }

    private Stream<Sample> sample(Datum datum) {
        return datum.createdAt().isEmpty() || datum.asDouble().isEmpty()
                ? Stream.empty()
                : Stream.of(new Sample(
                        group,
                        "light",
                        datum.createdAt().get(),
                        Value.of(datum.asDouble().getAsDouble())));
    }
}
