package org.iotconnector.outbox;

import java.util.function.Consumer;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;

/** Servers for these tests. */
final class Scripts {
    private Scripts() {}

    /** Takes every connection, and hands every message to {@code answer}. */
    static Script online(Consumer<PublishRequest> answer) {
        return new Script() {
            @Override
            public void onConnect(ConnectRequest request) {
                request.accept();
            }

            @Override
            public void onPublish(PublishRequest request) {
                answer.accept(request);
            }
        };
    }
}
