package org.iotconnector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.iotconnector.core.thing.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPlotTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    private Path folder;

    private static Sample sample(String property, int second, Object value) {
        return new Sample("window", property, NOON.plusSeconds(second), Value.of(value));
    }

    private static HistoryPlot plot(Sample... samples) {
        return HistoryPlot.of("window", List.of(samples), ZoneOffset.UTC);
    }

    @Test
    void text_ofARamp_goesFromLowerLeftToUpperRight() {
        HistoryPlot plot = plot(
                sample("t", 0, 0), sample("t", 10, 10), sample("t", 20, 20), sample("t", 30, 30), sample("t", 40, 40));

        String drawn = plot.text(26, 5);

        assertThat(drawn).isEqualTo("""
                        window
                        40 |                     *
                           |                *
                        20 |           *
                           |     *
                         0 |*
                           +----------------------
                            12:00:00      12:00:40
                        """);
    }

    @Test
    void text_inAnotherZone_hasItsTimes() {
        HistoryPlot plot = HistoryPlot.of("window", List.of(sample("t", 0, 1), sample("t", 10, 2)), SHANGHAI);

        assertThat(plot.text(60, 10)).contains("20:00:00", "20:00:10");
    }

    @Test
    void text_ofTwoProperties_namesTheirSigns() {
        String drawn = plot(sample("t", 0, 1), sample("h", 10, "40")).text(60, 10);

        assertThat(drawn).contains("* t\n", "+ h\n");
    }

    @Test
    void text_ofOneValue_isDrawnInTheMiddle() {
        assertThat(plot(sample("t", 0, 7)).text(40, 5)).contains("7 |*");
    }

    @Test
    void text_ofTheLargestNumbers_doesNotOverflow() {
        String drawn = plot(sample("t", 0, Double.MAX_VALUE), sample("t", 1, -Double.MAX_VALUE))
                .text(60, 5);

        assertThat(drawn).contains("1.798e+308", "-1.798e+308").doesNotContain("NaN", "Infinity");
    }

    @Test
    void text_withoutNumbers_saysSo() {
        HistoryPlot plot = plot(sample("say", 0, "hello"));

        assertThat(plot.isEmpty()).isTrue();
        assertThat(plot.text(60, 10)).isEqualTo("window: no numbers to draw.\n");
    }

    @Test
    void text_tooSmall_isRefused() {
        assertThatThrownBy(() -> plot(sample("t", 0, 1)).text(5, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 columns");
    }

    @Test
    void png_ofManySamples_isAPictureOfThatSizeWithACurve() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            samples.add(sample("temperature", i, 20 + Math.sin(i / 20.0)));
        }
        Path file = folder.resolve("window.png");

        HistoryPlot.of("window", samples, SHANGHAI).png(file, 640, 400);

        BufferedImage image = Objects.requireNonNull(ImageIO.read(file.toFile()));
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(colours(image)).hasSizeGreaterThan(3);
    }

    private static List<Integer> colours(BufferedImage image) {
        List<Integer> colours = new ArrayList<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int colour = image.getRGB(x, y);
                if (!colours.contains(colour)) {
                    colours.add(colour);
                }
            }
        }
        return colours;
    }

    @Test
    void png_withoutNumbers_writesNoFile() {
        Path file = folder.resolve("none.png");

        assertThatThrownBy(() -> plot(sample("say", 0, "hello")).png(file, 640, 400))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("no numbers");
        assertThat(file).doesNotExist();
    }

    @Test
    void png_intoAMissingFolder_namesIt() {
        Path file = folder.resolve("no/such/picture.png");

        assertThatThrownBy(() -> plot(sample("t", 0, 1)).png(file, 640, 400))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("picture.png");
    }
}
