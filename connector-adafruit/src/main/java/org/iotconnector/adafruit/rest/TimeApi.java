package org.iotconnector.adafruit.rest;

import java.time.Instant;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestPath;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.core.http.ApiCall;

/** The platform's clock. Thread-safe. Adafruit IO API docs, "Time", read 2026-11. */
public final class TimeApi {
    private final RestClient client;

    TimeApi(RestClient client) {
        this.client = client;
    }

    /** The time in the zone of this machine's address, as the platform guesses it. */
    public ApiCall<ClockTime> struct() {
        return struct(request("struct.json"));
    }

    /**
     * The time in a zone.
     *
     * @param timeZone such as {@code Europe/Berlin}
     */
    public ApiCall<ClockTime> struct(String timeZone) {
        return struct(request("struct.json").query("tz", timeZone));
    }

    private ApiCall<ClockTime> struct(RestRequest.Builder builder) {
        RestRequest request = builder.build();
        return ApiCall.of(() -> client.send(request, received -> new ClockTime(received.object())));
    }

    /**
     * The time as a text of one's own form.
     *
     * @param format as Ruby's {@code strftime} takes it, such as {@code %Y-%m-%d}
     * @param timeZone such as {@code Europe/Berlin}
     */
    public ApiCall<String> strftime(String format, String timeZone) {
        return text(request("strftime").query("fmt", format).query("tz", timeZone));
    }

    /**
     * The time as ISO 8601 with the zone's offset.
     *
     * @param timeZone such as {@code Europe/Berlin}
     */
    public ApiCall<String> clock(String timeZone) {
        return text(request("clock").query("tz", timeZone));
    }

    private RestRequest.Builder request(String form) {
        return RestRequest.get(client.path("integrations", "time", form));
    }

    private ApiCall<String> text(RestRequest.Builder builder) {
        RestRequest request = builder.build();
        return ApiCall.of(() -> client.send(request, received -> received.text().strip()));
    }

    /** The time to the second; asks without account and key. */
    public ApiCall<Instant> seconds() {
        return instant("seconds");
    }

    /** The time to the millisecond; asks without account and key. */
    public ApiCall<Instant> iso8601() {
        return instant("ISO-8601");
    }

    private ApiCall<Instant> instant(String form) {
        RestRequest request =
                RestRequest.get(RestPath.of("time", form)).keyless().build();
        return ApiCall.of(() -> client.send(request, received -> received.time()));
    }
}
