package org.iotconnector.outbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OutboxStoreFactory;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.tck.PublishRequest;

/**
 * A process that publishes numbers as fast as its outbox takes them, until it is killed. It says "S n" after number n is
 * stored, and "A n" before the server acknowledges n. Each line is one write to the pipe, so what was said is heard.
 */
final class KilledReporter {
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private KilledReporter() {}

    /** Arguments: the folder, the first number, and "real" or "forgetful". */
    public static void main(String... arguments) throws InterruptedException {
        OutboxStoreFactory stores = "real".equals(arguments[2]) ? new SqliteOutboxStores() : new ForgetfulStores();
        try (Fixture run = Fixture.open(
                stores,
                Path.of(arguments[0]),
                Scripts.online(KilledReporter::answer),
                options -> options.outbox(OutboxOptions.standard()
                                .withMaxMessages(1_000_000)
                                .withOverflow(OverflowPolicy.DROP_NEWEST))
                        .inFlightWindow(65_535))) {
            for (long number = Long.parseLong(arguments[1]); ; number++) {
                String text = Long.toString(number);
                Delivery delivery = run.session.publish(Fixture.message(text));
                delivery.stored().thenRun(() -> say("S " + text));
                if (number % 64 == 0) {
                    // Not so far ahead that the pipe is the only thing measured.
                    delivery.stored().join();
                }
            }
        }
    }

    /** Four of five are acknowledged; the rest stay for the next run. */
    private static void answer(PublishRequest request) {
        if (Long.parseLong(request.text()) % 5 != 0) {
            say("A " + request.text());
            request.acknowledge();
        }
    }

    private static synchronized void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // Nobody listens any more; without this it would go on for ever.
            Runtime.getRuntime().halt(1);
        }
    }
}
