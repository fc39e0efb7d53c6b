package org.iotconnector.onenet.api;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.SignMethod;
import org.iotconnector.onenet.internal.api.ApiClient;
import org.iotconnector.onenet.internal.api.ApiRequest;
import org.iotconnector.onenet.internal.api.ApiTokens;

/**
 * OneNET's application API, the current one ({@code iot-api.heclouds.com}). Tokens are made when needed and kept until
 * shortly before their end; if the platform refuses one because this machine's clock is behind, the next is made by the
 * platform's. Each execution of a call sends it once and takes 15 s at most, for commands 10 s more than the device has. The
 * platform takes 100 calls a second from one address, bodies of 4 MB, and answers within 10 s.
 * Immutable, thread-safe.
 *
 * <pre>{@code
 * OneNetApi api = OneNetApi.builder(connector.http(), ApiCredentials.ofProduct("Demo0Prod1", productKey)).build();
 * DeviceDetail lamp = api.devices().create(new OneNetDeviceId("Demo0Prod1", "lamp-2"), DeviceAttributes.none()).execute();
 * api.thingModel().setProperties(lamp.id(), Values.of("switch", true)).executeAsync().thenAccept(reply -> …);
 * }</pre>
 */
public final class OneNetApi {
    /** Where the current generation's API is. */
    public static final URI ADDRESS = URI.create("https://iot-api.heclouds.com");

    private final ApiClient client;

    private OneNetApi(Builder builder) {
        ApiCredentials credentials = builder.credentials;
        SignMethod method = builder.signMethod;
        ApiTokens tokens = new ApiTokens(expiry -> credentials.token(expiry, method), builder.tokenLife, builder.clock);
        this.client = new ApiClient(builder.http, builder.address, tokens);
    }

    /**
     * Starts from the defaults.
     *
     * @param http the connector's, or one of the program's own; stays the caller's to close
     */
    public static Builder builder(Http http, ApiCredentials credentials) {
        return new Builder(http, credentials);
    }

    /** Devices and products. */
    public DeviceApi devices() {
        return new DeviceApi(client);
    }

    /** Properties and services of thing model products. */
    public ThingModelApi thingModel() {
        return new ThingModelApi(client);
    }

    /** Data points and commands of data stream products. */
    public DataStreamApi dataStreams() {
        return new DataStreamApi(client);
    }

    /**
     * Any operation that reads and is not offered here.
     *
     * @param path with a slash in front, such as {@code /device/operation-log}
     */
    public ApiCall<ApiAnswer> get(String path, Map<String, String> parameters) {
        ApiRequest request = ApiRequest.get(path, Map.copyOf(parameters));
        return ApiCall.of(() -> client.send(request), Function.identity());
    }

    /**
     * Any operation that takes a JSON object and is not offered here.
     *
     * @param path with a slash in front, such as {@code /device/movedevice}
     */
    public ApiCall<ApiAnswer> post(String path, Values body) {
        ApiRequest request = ApiRequest.post(path, body);
        return ApiCall.of(() -> client.send(request), Function.identity());
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final Http http;
        private final ApiCredentials credentials;
        private URI address = ADDRESS;
        private SignMethod signMethod = SignMethod.SHA256;
        private Duration tokenLife = Duration.ofHours(1);
        private InstantSource clock = InstantSource.system();

        private Builder(Http http, ApiCredentials credentials) {
            this.http = http;
            this.credentials = credentials;
        }

        /** Sets where the API is; default {@link #ADDRESS}. */
        public Builder address(URI base) {
            URI checked = HttpRequest.get(base).build().uri();
            if (checked.getRawQuery() != null || checked.getRawFragment() != null) {
                throw new IllegalArgumentException("The address of the API has no query: " + base.getHost());
            }
            String text = checked.toString();
            this.address = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : checked;
            return this;
        }

        /** Sets how tokens are signed; default sha256. */
        public Builder signMethod(SignMethod method) {
            this.signMethod = method;
            return this;
        }

        /** Sets how long a token holds: 10 s or more, default 1 h. */
        public Builder tokenLife(Duration life) {
            if (life.compareTo(Duration.ofSeconds(10)) < 0) {
                throw new IllegalArgumentException("tokenLife is " + life + "; use 10 s or more.");
            }
            this.tokenLife = life;
            return this;
        }

        /** Sets the clock; default the machine's. */
        public Builder clock(InstantSource source) {
            this.clock = source;
            return this;
        }

        /**
         * Builds it.
         *
         * @throws IllegalArgumentException if the credentials' key is not base64; the text does not quote it
         */
        public OneNetApi build() {
            Object unused = credentials.token(clock.instant(), signMethod);
            return new OneNetApi(this);
        }
    }
}
