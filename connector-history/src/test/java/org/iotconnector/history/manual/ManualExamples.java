package org.iotconnector.history.manual;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.iotconnector.core.Device;
import org.iotconnector.easyiot.EasyIotConfig;
import org.iotconnector.history.History;
import org.iotconnector.history.HistoryExport;
import org.iotconnector.history.HistoryPlot;
import org.iotconnector.history.HistoryQuery;
import org.iotconnector.history.HistoryRecorder;
import org.iotconnector.history.Sample;

/** Each piece between a {@code tag} and its {@code end} stands in the manual, to the letter but for white space. */
final class ManualExamples {
    private final Runnable lesson;

    ManualExamples(Runnable lesson) {
        this.lesson = lesson;
    }

    private void waitForTheEndOfTheLesson() {
        lesson.run();
    }

    void record(Path file, Device device, EasyIotConfig room) {
        // tag::record[]
        try (History history = History.open(file)) {
            HistoryRecorder recorder = HistoryRecorder.into(history);
            recorder.follow(device, room);
            waitForTheEndOfTheLesson();
        }
        // end::record[]
    }

    void show(History history, Instant morning, Path picture, Appendable writer) throws IOException {
        // tag::show[]
        HistoryQuery today =
                HistoryQuery.builder().property("temperature").from(morning).build();
        List<Sample> samples = history.query(today);
        HistoryExport.csv(history, today, writer);
        HistoryPlot plot = HistoryPlot.of("Temperature today", samples, ZoneId.systemDefault());
        plot.png(picture, 1200, 600);
        writer.append(plot.text(80, 20));
        // end::show[]
    }
}
