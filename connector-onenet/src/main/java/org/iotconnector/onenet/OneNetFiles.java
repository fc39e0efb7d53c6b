package org.iotconnector.onenet;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.iotconnector.core.http.DownloadJob;
import org.iotconnector.core.http.DownloadProgress;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.onenet.internal.DeviceHttp;
import org.iotconnector.onenet.internal.FileCalls;

/**
 * Files of a device on the platform, and its remote configuration, as OneNET Studio documents them. The current platform lists
 * file calls of its own without saying what they take; give {@link #at} an address where it differs. Thread-safe. OneNET
 * Studio, "File management" and "Remote configuration", read 2026-11.
 *
 * <p>Every future completes on a handler thread; exceptionally with
 * {@link org.iotconnector.core.PlatformRejectedException} when the platform says no, and with
 * {@link org.iotconnector.core.HttpException} when it cannot be reached.
 */
public final class OneNetFiles {
    private final FileCalls calls;

    private OneNetFiles(FileCalls calls) {
        this.calls = calls;
    }

    /**
     * The files of the device {@code config}, by way of {@code http}: {@code Connector.http()}. The platform's own address
     * for them has no TLS: whoever reads along can use the token until it ends.
     */
    public static OneNetFiles of(Http http, OneNetConfig config) {
        return at(OneNetServers.files(config), http, config, InstantSource.system());
    }

    /** As {@link #of}, at another address, which ends before {@code /{productId}}, and with the clock for tokens. */
    public static OneNetFiles at(URI base, Http http, OneNetConfig config, InstantSource clock) {
        return new OneNetFiles(new FileCalls(new DeviceHttp(http, config, clock), base));
    }

    /**
     * Uploads a file of at most 20 MB. The platform takes jpg, jpeg, png, bmp, gif, webp, tiff and txt, keeps 1000 files of a
     * device, and each for three months. Reads the file once beforehand, on the calling thread, for its digest.
     *
     * @return the file's id on the platform
     */
    public CompletableFuture<String> upload(Path file) {
        return calls.upload(file);
    }

    /**
     * Downloads a file; a connection that breaks is resumed where it broke.
     *
     * @param id the file's id on the platform
     * @param listener told how far it is, on a handler thread
     */
    public DownloadJob download(String id, Path file, Consumer<DownloadProgress> listener) {
        return calls.download(id, file, listener);
    }

    /** The device's remote configuration, JSON as it was published; empty if there is none or it was deleted. */
    public CompletableFuture<Optional<Bytes>> remoteConfiguration() {
        return calls.remoteConfiguration();
    }
}
