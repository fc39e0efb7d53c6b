package org.iotconnector.onenet.api;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.onenet.Devices;
import org.iotconnector.onenet.OneNetDeviceId;

/** A server that gives recorded answers, and the API that asks it at a time that stands still. */
final class RecordedApi implements AutoCloseable {
    static final OneNetDeviceId SENSOR = new OneNetDeviceId(Devices.PRODUCT_ID, Devices.DEVICE_NAME);
    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    static final String REQUEST_ID = "0123456789abcdef0123456789abcdef";

    final MockWebServer server = new MockWebServer();
    final Http http = Http.create();

    RecordedApi() throws IOException {
        server.start();
    }

    OneNetApi api() {
        return api(builder -> builder);
    }

    OneNetApi api(UnaryOperator<OneNetApi.Builder> settings) {
        OneNetApi.Builder builder = OneNetApi.builder(
                        http, ApiCredentials.ofProduct(Devices.PRODUCT_ID, Secret.of(Devices.PRODUCT_KEY)))
                .address(server.url("/").uri())
                .clock(() -> NOW);
        return settings.apply(builder).build();
    }

    static MockResponse.Builder envelope(int code, String msg, String more) {
        return new MockResponse.Builder()
                .body("{\"code\":" + code + ",\"msg\":\"" + msg + "\",\"request_id\":\"" + REQUEST_ID + "\"" + more
                        + "}");
    }

    void answers(String data) {
        server.enqueue(envelope(0, "succ", ",\"data\":" + data).build());
    }

    void answersNothing() {
        server.enqueue(envelope(0, "succ", "").build());
    }

    void refuses(int code, String msg) {
        server.enqueue(envelope(code, msg, "").build());
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
        http.close();
        server.close();
    }
}
