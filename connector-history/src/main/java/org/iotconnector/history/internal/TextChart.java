package org.iotconnector.history.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Curves as letters in lines: values upward, time to the right, one sign for each curve. */
public final class TextChart {
    private static final String SIGNS = "*+ox#@%&";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final List<Curve> curves;
    private final int rows;
    private final Instant first;
    private final Instant last;
    private final double lowest;
    private final double highest;

    private TextChart(List<Curve> curves, int rows) {
        this.curves = curves;
        this.rows = rows;
        this.first = curves.stream()
                .map(curve -> curve.points().get(0).time())
                .min(Instant::compareTo)
                .orElseThrow();
        this.last = curves.stream()
                .map(curve -> curve.points().get(curve.points().size() - 1).time())
                .max(Instant::compareTo)
                .orElseThrow();
        this.lowest = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Curve.Point::number)
                .min()
                .orElseThrow();
        this.highest = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Curve.Point::number)
                .max()
                .orElseThrow();
    }

    /** A drawing of {@code width} columns and {@code height} lines of values, and the axes. */
    public static String draw(String title, List<Curve> curves, ZoneId zone, int width, int height) {
        return new TextChart(curves, height).draw(title, zone, width);
    }

    private String draw(String title, ZoneId zone, int width) {
        String[] labels = new String[rows];
        Arrays.fill(labels, "");
        labels[0] = number(highest);
        labels[rows / 2] = number(valueOf(rows / 2));
        labels[rows - 1] = number(lowest);
        int margin = Arrays.stream(labels).mapToInt(String::length).max().orElseThrow();
        int columns = Math.max(1, width - margin - 2);
        char[][] field = field(columns);
        StringBuilder text = new StringBuilder(title).append('\n');
        for (int row = 0; row < rows; row++) {
            String line = " ".repeat(margin - labels[row].length()) + labels[row] + " |" + new String(field[row]);
            text.append(line.stripTrailing()).append('\n');
        }
        text.append(" ".repeat(margin + 1))
                .append('+')
                .append("-".repeat(columns))
                .append('\n');
        text.append(" ".repeat(margin + 2)).append(timeLine(zone, columns)).append('\n');
        if (curves.size() > 1) {
            for (int i = 0; i < curves.size(); i++) {
                text.append(sign(i)).append(' ').append(curves.get(i).name()).append('\n');
            }
        }
        return text.toString();
    }

    private char[][] field(int columns) {
        char[][] field = new char[rows][columns];
        for (char[] row : field) {
            Arrays.fill(row, ' ');
        }
        for (int i = 0; i < curves.size(); i++) {
            for (Curve.Point point : curves.get(i).points()) {
                field[rowOf(point.number())][columnOf(point.time(), columns)] = sign(i);
            }
        }
        return field;
    }

    private int columnOf(Instant time, int columns) {
        double span = Duration.between(first, last).toMillis();
        return span == 0 ? 0 : (int) Math.round(Duration.between(first, time).toMillis() / span * (columns - 1));
    }

    /** Halved before they are subtracted, since the difference of two doubles may be more than a double holds. */
    private int rowOf(double number) {
        double span = highest / 2 - lowest / 2;
        return span == 0 ? rows / 2 : (int) Math.round((highest / 2 - number / 2) / span * (rows - 1));
    }

    private double valueOf(int row) {
        double share = (double) row / (rows - 1);
        return highest * (1 - share) + lowest * share;
    }

    private String timeLine(ZoneId zone, int columns) {
        DateTimeFormatter form = Duration.between(first, last).toDays() > 0 ? DAY : TIME;
        String left = form.withZone(zone).format(first);
        String right = form.withZone(zone).format(last);
        int gap = columns - left.length() - right.length();
        return gap < 1 ? left : left + " ".repeat(gap) + right;
    }

    private static char sign(int curve) {
        return SIGNS.charAt(curve % SIGNS.length());
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.indexOf('.') < 0 || text.indexOf('e') >= 0 ? text : text.replaceFirst("\\.?0+$", "");
    }
}
