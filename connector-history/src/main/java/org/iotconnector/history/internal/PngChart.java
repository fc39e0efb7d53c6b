package org.iotconnector.history.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Curves as a picture, drawn by XChart. */
public final class PngChart {
    private static final int MOST_MARKERS = 100;

    private PngChart() {}

    /** Refuses sizes that nobody can look at. */
    public static void check(int width, int height) {
        if (width < 200 || height < 150 || width > 10_000 || height > 10_000) {
            throw new IllegalArgumentException(
                    "A picture has 200 by 150 to 10000 by 10000 pixels; got " + width + " by " + height + ".");
        }
    }

    public static void draw(String title, List<Curve> curves, ZoneId zone, int width, int height, OutputStream out)
            throws IOException {
        XYChart chart = new XYChartBuilder()
                .title(title)
                .width(width)
                .height(height)
                .xAxisTitle(zone.getId())
                .build();
        chart.getStyler().setTimezone(TimeZone.getTimeZone(zone));
        chart.getStyler().setLegendVisible(curves.size() > 1);
        for (Curve curve : curves) {
            XYSeries series = chart.addSeries(
                    curve.name(),
                    curve.points().stream().map(it -> Date.from(it.time())).toList(),
                    curve.points().stream().map(Curve.Point::number).toList());
            if (curve.points().size() > MOST_MARKERS) {
                series.setMarker(SeriesMarkers.NONE);
            }
        }
        BitmapEncoder.saveBitmap(chart, out, BitmapEncoder.BitmapFormat.PNG);
    }
}
