package org.iotconnector.history;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.Subscription;

/** A process that records what comes over MQTT, in a session that the broker keeps, until it is killed. */
final class KilledBridge {
    private KilledBridge() {}

    /** Arguments: the file, and the broker. Says {@code ready} when the broker has granted the subscription. */
    public static void main(String... arguments) throws InterruptedException {
        PrintStream out = System.out;
        ConnectParameters parameters = ConnectParameters.builder(
                        Endpoint.parse(arguments[1]), ClientIdentifier.of("bridge"))
                .cleanStart(false)
                .build();
        try (History history = History.open(Path.of(arguments[0]));
                Connector connector = Connector.create()) {
            HistoryRecorder recorder = HistoryRecorder.into(history);
            connector.session(
                    SessionConfig.of(parameters, SessionOptions.standard()),
                    session -> recorder.record(
                                    session,
                                    List.of(Subscription.atLeastOnce("numbers")),
                                    MessageReader.ofTopics("killed"))
                            .result()
                            .thenRun(() -> out.println("ready")));
            new CountDownLatch(1).await();
        }
    }
}
