package org.iotconnector.easyiot;

import java.nio.file.Path;
import org.iotconnector.easyiot.broker.Mosquitto;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The same over a broker that others wrote. */
class MosquittoEchoTest extends EchoRules {
    @TempDir
    private Path folder;

    private @Nullable Mosquitto broker;

    @Override
    String endpoint() {
        Mosquitto running = broker == null ? Mosquitto.start(folder) : broker;
        broker = running;
        return running.endpoint();
    }

    @AfterEach
    void stop() {
        if (broker != null) {
            broker.close();
        }
    }
}
