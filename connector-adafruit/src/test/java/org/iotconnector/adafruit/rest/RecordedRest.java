package org.iotconnector.adafruit.rest;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.iotconnector.core.Connector;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.settings.Secret;

/** A server that gives recorded answers, and the client that asks it on a clock that stands still until it is moved. */
final class RecordedRest implements AutoCloseable {
    static final String USERNAME = "tester";
    static final String KEY = "aio_EXAMPLEexampleEXAMPLEexample";

    final MockWebServer server = new MockWebServer();
    final VirtualTime time = VirtualTime.create();
    final Connector connector = Connector.builder().time(time).build();
    final Http http = connector.http();
    final RecordingBudget budget = new RecordingBudget();

    RecordedRest() throws IOException {
        server.start();
    }

    URI address() {
        return server.url("/api/v2").uri();
    }

    AdafruitRest rest() {
        return rest(builder -> builder);
    }

    AdafruitRest rest(UnaryOperator<AdafruitRest.Builder> settings) {
        return settings.apply(AdafruitRest.builder(http, USERNAME, Secret.of(KEY))
                        .address(address())
                        .budget(budget)
                        .jitter(() -> 0.5))
                .build();
    }

    void answers(String json) {
        answers(200, json);
    }

    void answers(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    void refuses(int status, String error) {
        answers(status, "{\"error\":\"" + error + "\"}");
    }

    RecordedRequest received() {
        try {
            return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connector.close();
        server.close();
    }
}
