package org.iotconnector.onenet.legacy;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.legacy.internal.LegacyErrors;

/**
 * How a device without a number gets one: it shows the product's register code and a serial number or MAC address, which
 * becomes its authentication text. Registering a serial number again gives the same device, so a device may do it at
 * every start. The platform takes the code only as a part of the address; neither log nor {@code toString} shows it.
 * Immutable, thread-safe. OneNET, "Device registration", read 2026-11.
 *
 * <pre>{@code
 * LegacyConfig config = LegacyRegistration.ofSerialNumber(Secret.fromEnv("REGISTER_CODE"), "SN-0001")
 *         .send(connector.http()).join()
 *         .configure("86540").build();
 * }</pre>
 */
public final class LegacyRegistration {
    /** The platform's own address. It offers https as well, which keeps the register code from the network. */
    public static final URI PLATFORM = URI.create("https://api.heclouds.com");

    private static final int MAX_SERIAL = 512;
    private static final int MAX_MAC = 32;
    private static final int MAX_TITLE = 32;

    private final Secret registerCode;
    private final String member;
    private final Secret identity;
    private final String title;

    private LegacyRegistration(Secret registerCode, String member, Secret identity, String title) {
        this.registerCode = registerCode;
        this.member = member;
        this.identity = identity;
        this.title = title;
    }

    /**
     * Registers by serial number.
     *
     * @param serial 1 to 512 characters; who knows it and the device number can log in
     * @throws MappingException when it is empty or longer
     */
    public static LegacyRegistration ofSerialNumber(Secret registerCode, String serial) {
        return new LegacyRegistration(registerCode, "sn", Secret.of(within("sn", serial, MAX_SERIAL)), "");
    }

    /**
     * Registers by MAC address.
     *
     * @param mac 1 to 32 characters
     * @throws MappingException when it is empty or longer
     */
    public static LegacyRegistration ofMac(Secret registerCode, String mac) {
        return new LegacyRegistration(registerCode, "mac", Secret.of(within("mac", mac, MAX_MAC)), "");
    }

    /**
     * The same request with a title for the console; without one the platform takes {@code auto_register}.
     *
     * @param text 1 to 32 characters
     * @throws MappingException when it is empty or longer
     */
    public LegacyRegistration title(String text) {
        return new LegacyRegistration(registerCode, member, identity, within("title", text, MAX_TITLE));
    }

    /**
     * Registers with the platform.
     *
     * @return completes on a handler thread; fails as {@link #read} does, and with
     *     {@link org.iotconnector.core.HttpException} if no answer comes
     */
    public CompletableFuture<Registered> send(Http http) {
        return send(http, PLATFORM);
    }

    /** As {@link #send(Http)}, at another address, such as a simulator's. */
    public CompletableFuture<Registered> send(Http http, URI base) {
        return http.send(request(base))
                .thenApply(answer -> read(answer.orThrow().body()));
    }

    /** What {@link #send} sends, for another HTTP client. Its address holds the register code. */
    public HttpRequest request(URI base) {
        URI address = URI.create(base.toString().replaceFirst("/+$", "") + "/register_de");
        return HttpRequest.post(address, HttpBody.json(body()))
                .query("register_code", registerCode.reveal())
                .build();
    }

    private byte[] body() {
        JsonWriter json = JsonWriter.create().startObject().name(member).text(identity.reveal());
        if (!title.isEmpty()) {
            json.name("title").text(title);
        }
        return json.endObject().finish();
    }

    /**
     * Reads the body of an answer.
     *
     * @throws PlatformRejectedException with the platform's {@code errno} and text, and what to do
     * @throws MappingException when it is not what the platform documents
     */
    public Registered read(Bytes answer) {
        Values json = Json.readObject(answer.toArray());
        int errno = json.integer("errno");
        if (errno != 0) {
            throw new PlatformRejectedException(
                    errno,
                    json.has("error") ? json.text("error") : "",
                    LegacyErrors.explain(errno).orElse(""));
        }
        Values data = json.struct("data");
        Optional<Secret> key = data.find("key").map(value -> Secret.of(value.asText()));
        return new Registered(
                data.text("device_id"), identity, key.filter(it -> !it.reveal().isEmpty()));
    }

    /**
     * A device that has a number now.
     *
     * @param deviceId its number
     * @param authInfo what it logs in with: the serial number or MAC address it registered
     * @param apiKey a key of its own, which also logs in; empty if the platform gave none
     */
    public record Registered(String deviceId, Secret authInfo, Optional<Secret> apiKey) {
        /** The beginning of its configuration. */
        public LegacyConfigBuilder configure(String productId) {
            return LegacyConfig.builder()
                    .productId(productId)
                    .deviceId(deviceId)
                    .authInfo(authInfo);
        }
    }

    /** Names neither the code nor the serial number. */
    @Override
    public String toString() {
        return "LegacyRegistration[by " + member + "]";
    }

    private static String within(String what, String text, int max) {
        if (text.isEmpty() || text.length() > max) {
            throw new MappingException(what, "must have 1 to " + max + " characters but has " + text.length() + ".");
        }
        return text;
    }
}
