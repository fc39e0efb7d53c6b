package org.iotconnector.onenet.api.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * What a Pulsar client needs to consume the platform's server subscription, and how its messages are read. Subscribe to
 * {@link #topic()} with type Failover at {@link #SERVICE}, and acknowledge a message once it is kept. The console binds
 * the subscription to products and kinds of messages. Immutable, thread-safe. After the vendor's consumer SDK 3.0.1.
 */
public final class PulsarAccess {
    /** Where the subscription is served, with TLS. */
    public static final URI SERVICE = URI.create("pulsar+ssl://iot-north-mq.heclouds.com:6651/");

    /** The name of the authentication method. */
    public static final String AUTH_METHOD = "iot-auth";

    private static final int DATA_KEY_START = 8;
    private static final int DATA_KEY_END = 24;
    private static final int PASSWORD_START = 4;
    private static final int PASSWORD_END = 20;

    private final String accessId;
    private final Secret secretKey;
    private final PushCipher cipher;

    private PulsarAccess(String accessId, Secret secretKey) {
        this.accessId = accessId;
        this.secretKey = secretKey;
        this.cipher = PushCipher.unchained(dataKey(secretKey).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The access of one subscription, as the console shows it.
     *
     * @param secretKey 24 characters of ASCII or more
     * @throws IllegalArgumentException if it is another; the text does not quote it
     */
    public static PulsarAccess of(String accessId, Secret secretKey) {
        String text = secretKey.reveal();
        if (text.length() < DATA_KEY_END || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException("The secret key of a subscription has " + DATA_KEY_END
                    + " characters of ASCII or more; this one has not. Copy it from the console.");
        }
        return new PulsarAccess(accessId, secretKey);
    }

    /** The topic of this subscription's messages. */
    public String topic() {
        return accessId + "/iot/event";
    }

    /** What the client sends as authentication data: JSON with the access id and a password computed from the key. */
    public Secret authData() {
        return Secret.of(new String(
                JsonWriter.create()
                        .startObject()
                        .name("tenant")
                        .text(accessId)
                        .name("password")
                        .text(password())
                        .endObject()
                        .finish(),
                StandardCharsets.UTF_8));
    }

    private String password() {
        String key = hex("SHA-256", secretKey.reveal());
        return hex("SHA-256", accessId + key).substring(PASSWORD_START, PASSWORD_END);
    }

    static String dataKey(Secret secretKey) {
        return secretKey.reveal().substring(DATA_KEY_START, DATA_KEY_END);
    }

    /**
     * Reads a message, without looking at its signature, as the vendor's SDK does.
     *
     * @param body the message's content
     * @throws MappingException if it cannot be decrypted or is no message
     */
    public PushMessage read(byte[] body) {
        Values envelope = Json.readObject(body);
        String text = new String(cipher.decrypt(envelope.text("data"), "data"), StandardCharsets.UTF_8);
        return new PushMessage(
                Optional.empty(), Times.of(envelope, "t"), Messages.each(text, "data", PulsarEvents::read), text);
    }

    /**
     * Whether a message's {@code sign} is the one that other programs compute. No page of the platform says how it signs,
     * so a message without a right one need not be forged.
     *
     * @throws MappingException if it is no message
     */
    public boolean isSigned(byte[] body) {
        Values envelope = Json.readObject(body);
        String content = envelope.names().stream()
                .filter(name -> !name.equals("sign"))
                .sorted()
                .map(name -> name + "=" + envelope.get(name).asText())
                .collect(Collectors.joining("||"));
        String expected = hex("MD5", content + "||" + secretKey.reveal());
        return envelope.find("sign").map(Value::asText).filter(expected::equals).isPresent();
    }

    private static String hex(String algorithm, String text) {
        return HexFormat.of().formatHex(PushSignature.digest(algorithm, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Names the topic, not the key. */
    @Override
    public String toString() {
        return "PulsarAccess[" + topic() + "]";
    }
}
