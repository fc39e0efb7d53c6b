package org.iotconnector.onenet;

import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.Device;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.internal.ImageCalls;

/**
 * A device's image on the platform: what the device reports to be, and what it is desired to be. The MQTT suite has it;
 * whether today's data-stream products do is not documented. Thread-safe. OneNET, "Device image", read 2026-11.
 *
 * <p>Every future completes on a handler thread; exceptionally with
 * {@link org.iotconnector.core.PlatformRejectedException} when the platform says no, and with
 * {@link org.iotconnector.core.ReplyTimeoutException} when it says nothing. Its answers name no request, so requests of
 * one kind are sent one after the other.
 */
public final class OneNetImage {
    private final ImageCalls calls;

    private OneNetImage(ImageCalls calls) {
        this.calls = calls;
    }

    /**
     * The image of this device.
     *
     * @param device the device, opened with {@code config}
     * @throws IllegalArgumentException if it is a sub-device, which has none
     */
    public static OneNetImage of(Device device, OneNetConfig config) {
        if (config.gateway().isPresent()) {
            throw new IllegalArgumentException(
                    config.deviceId() + " is a sub-device; only devices that connect by themselves have an image.");
        }
        return new OneNetImage(new ImageCalls(device.session(), config));
    }

    /**
     * Changes the members that are named and leaves the others alone. At least one of the two must name some.
     *
     * @param reported what the device is
     * @param desired what it shall be
     * @throws MappingException when it is past the platform's limits: 4 KB of JSON; names of 1 to 30 characters of
     *     {@code A-Z a-z 0-9 _}; texts of 512 bytes; integers of -4503599627370496 to 4503599627370495; 4 levels
     */
    public CompletableFuture<Void> update(Values reported, Values desired) {
        return calls.update(reported, desired);
    }

    /**
     * Asks for the image.
     *
     * @return the document as it was received: {@code state}, {@code metadata}, {@code version} and {@code timestamp} as
     *     documented; where the platform puts them in its answer is not
     */
    public CompletableFuture<Values> get() {
        return calls.get();
    }

    /**
     * Is told where the image is desired to be something else than was reported, from now on. It comes again after each
     * update until the device reports what is desired.
     */
    public Registration onDelta(DeltaHandler handler) {
        return calls.onDelta(handler);
    }

    /**
     * Where desired and reported differ.
     *
     * @param state the desired values of the members that differ
     * @param version the image's version, one more with each update; 0 if the message had none
     */
    public record Delta(Values state, long version) {}

    /** Follows what is desired. */
    @FunctionalInterface
    public interface DeltaHandler {
        /** The image differs like this. Called on a handler thread, one call at a time. */
        void onDelta(Delta delta) throws Exception;
    }
}
