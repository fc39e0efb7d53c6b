package org.iotconnector.simulator.onenet;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.jspecify.annotations.Nullable;

/** A server that the platform pushes data to over HTTP. Immutable. OneNET Studio, "HTTP push", read 2026-11. */
public final class PushTarget {

    /** The two forms of push. */
    public enum Form {
        /** OneNET Studio: the message is text, encrypted with AES-128. */
        STUDIO(16, "a key of 16 characters"),
        /** Multi-protocol MQTT, the first generation: the message is an object, encrypted with AES-256. */
        LEGACY(43, "an EncodingAESKey of 43 characters");

        private final int keyLength;
        private final String keyRule;

        Form(int keyLength, String keyRule) {
            this.keyLength = keyLength;
            this.keyRule = keyRule;
        }
    }

    private final URI url;
    private final String token;
    private final @Nullable String aesKey;
    private final Form form;

    private PushTarget(URI url, String token, @Nullable String aesKey, Form form) {
        String scheme = url.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme)) || url.getHost() == null) {
            throw new SimulatorConfigurationException(
                    "Push URL [" + url + "] must begin with http:// or https:// and name a host.");
        }
        if (aesKey != null && aesKey.getBytes(StandardCharsets.UTF_8).length != form.keyLength) {
            throw new SimulatorConfigurationException(
                    "The AES key for push to [" + url.getHost() + "] must be " + form.keyRule + ".");
        }
        this.url = url;
        this.token = Objects.requireNonNull(token, "token");
        this.aesKey = aesKey;
        this.form = form;
    }

    /**
     * A server that gets plain messages in the form of Studio.
     *
     * @param url where it listens; may have a query
     * @param token the secret that signatures are made with
     */
    public static PushTarget of(URI url, String token) {
        return new PushTarget(url, token, null, Form.STUDIO);
    }

    /** As {@link #of}, in another form. */
    public static PushTarget of(URI url, String token, Form form) {
        return new PushTarget(url, token, null, form);
    }

    /**
     * The same server with encrypted messages.
     *
     * @param key 16 characters for {@link Form#STUDIO}, 43 for {@link Form#LEGACY}
     */
    public PushTarget encrypted(String key) {
        return new PushTarget(url, token, key, form);
    }

    /** Where it listens. */
    public URI url() {
        return url;
    }

    /** The secret that signatures are made with. */
    public String token() {
        return token;
    }

    /** The key messages are encrypted with; empty when they are plain. */
    public Optional<String> aesKey() {
        return Optional.ofNullable(aesKey);
    }

    /** Its form. */
    public Form form() {
        return form;
    }

    /** Leaves token and key out. */
    @Override
    public String toString() {
        return "PushTarget[" + url + " " + form + (aesKey == null ? "" : " encrypted") + "]";
    }
}
