package org.iotconnector.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.history.internal.Curve;
import org.iotconnector.history.internal.PngChart;
import org.iotconnector.history.internal.TextChart;

/**
 * A drawing of samples over time, one curve for each property of each device. What is no number is left out; booleans are
 * drawn as 0 and 1. Immutable, thread-safe.
 */
public final class HistoryPlot {
    private static final int SMALLEST_WIDTH = 20;
    private static final int SMALLEST_HEIGHT = 5;

    private final String title;
    private final ZoneId zone;
    private final List<Curve> curves;

    private HistoryPlot(String title, ZoneId zone, List<Curve> curves) {
        this.title = title;
        this.zone = zone;
        this.curves = curves;
    }

    /**
     * A drawing of these samples, in whatever order they come.
     *
     * @param zone of the times on the axis
     */
    public static HistoryPlot of(String title, Collection<Sample> samples, ZoneId zone) {
        Map<String, List<Curve.Point>> byName = new LinkedHashMap<>();
        boolean oneDevice = samples.stream().map(Sample::device).distinct().count() <= 1;
        for (Sample sample : samples) {
            sample.number()
                    .ifPresent(number -> byName.computeIfAbsent(
                                    oneDevice ? sample.property() : sample.device() + " " + sample.property(),
                                    name -> new ArrayList<>())
                            .add(new Curve.Point(sample.time(), number)));
        }
        List<Curve> curves = new ArrayList<>();
        byName.forEach((name, points) -> curves.add(Curve.of(name, points)));
        return new HistoryPlot(title, zone, List.copyOf(curves));
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return curves.isEmpty();
    }

    /**
     * Drawn with letters, lines ending in a line feed; without numbers a sentence that says so.
     *
     * @param width columns in all, 20 or more
     * @param height lines of the field, 5 or more
     */
    public String text(int width, int height) {
        if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT) {
            throw new IllegalArgumentException("A drawing needs " + SMALLEST_WIDTH + " columns and " + SMALLEST_HEIGHT
                    + " lines or more; got " + width + " and " + height + ".");
        }
        return isEmpty() ? title + ": no numbers to draw.\n" : TextChart.draw(title, curves, zone, width, height);
    }

    /**
     * Writes a picture. Needs no screen.
     *
     * @param width pixels, 200 to 10000
     * @param height pixels, 150 to 10000
     * @throws HistoryException if there are no numbers, or the file cannot be written
     */
    public void png(Path file, int width, int height) {
        if (isEmpty()) {
            throw new HistoryException(title + ": no numbers to draw; nothing was written to " + file + ".", null);
        }
        PngChart.check(width, height);
        try (OutputStream out = Files.newOutputStream(file)) {
            PngChart.draw(title, curves, zone, width, height, out);
        } catch (IOException e) {
            throw new HistoryException("The picture cannot be written to " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
