package org.iotconnector.samples.classics;

import java.util.Optional;
import org.iotconnector.core.Connector;
import org.iotconnector.samples.common.SampleCommand;
import org.iotconnector.samples.common.StopSignal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: runs one exercise on a broker of one's choice, or on a simulated one. */
@Command(
        name = "java -jar classics.jar",
        description =
                "The classic MQTT exercises. Each needs a broker; without --broker and settings file one is simulated.")
public final class Classics extends SampleCommand {
    @Option(names = "--run", required = true, description = "The exercise: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private Lesson lesson;

    @Option(
            names = "--broker",
            paramLabel = "mqtt://host:1883",
            description = "The broker's address, mqtts:// for TLS. User name and password come from IOTC_USERNAME and"
                    + " IOTC_PASSWORD or from the settings file, which may name the broker too.")
    private @Nullable String broker;

    @Option(
            names = "--id",
            defaultValue = "classic",
            description = "Begins the client identifiers, and is the topic of the exercise COMMAND; default classic."
                    + " On a public broker choose one that nobody else has.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    public static void main(String... args) {
        System.exit(new Classics().execute(args));
    }

    @Override
    protected void run(StopSignal stop) throws Exception {
        Optional<String> address = Optional.ofNullable(broker);
        if (address.isPresent() || settings().isPresent()) {
            practise(BrokerSettings.read(address, settings(), id, System.getenv()), stop, () -> {});
            return;
        }
        try (SimulatedBroker simulated = new SimulatedBroker()) {
            practise(simulated.address(lesson, id), stop, () -> simulated.speak(lesson, id));
        }
    }

    private void practise(Broker where, StopSignal stop, Runnable audience) throws Exception {
        try (Connector connector = Connector.create()) {
            Exercise exercise = lesson.open(connector, where);
            audience.run();
            do {
                exercise.step();
            } while (!stop.within(exercise.period()));
            exercise.end();
        }
    }
}
