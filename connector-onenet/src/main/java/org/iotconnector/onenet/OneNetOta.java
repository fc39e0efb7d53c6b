package org.iotconnector.onenet;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.iotconnector.core.Device;
import org.iotconnector.core.http.DownloadJob;
import org.iotconnector.core.http.DownloadProgress;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.session.Registration;
import org.iotconnector.onenet.internal.DeviceHttp;
import org.iotconnector.onenet.internal.OtaCalls;
import org.iotconnector.onenet.internal.OtaNotices;

/**
 * Upgrades of a device: it reports its version, asks for a task, downloads the image, and says how that and the
 * installation went. Thread-safe. OneNET, "OTA", read 2026-11.
 *
 * <p>Every future completes on a handler thread; exceptionally with
 * {@link org.iotconnector.core.PlatformRejectedException} when the platform says no, and with
 * {@link org.iotconnector.core.HttpException} when it cannot be reached.
 */
public final class OneNetOta {
    private final OtaCalls calls;

    private OneNetOta(OtaCalls calls) {
        this.calls = calls;
    }

    /** Upgrades of the device {@code config}, by way of {@code http}: {@code Connector.http()}. */
    public static OneNetOta of(Http http, OneNetConfig config) {
        return of(http, config, InstantSource.system());
    }

    /** As {@link #of(Http, OneNetConfig)}, with the clock by which tokens are made. */
    public static OneNetOta of(Http http, OneNetConfig config, InstantSource clock) {
        DeviceHttp calls = new DeviceHttp(http, config, clock);
        return new OneNetOta(new OtaCalls(calls, OneNetServers.ota(config)));
    }

    /** As {@link #of(Http, OneNetConfig)}, at another address than the platform's own: one that ends before {@code /{productId}}. */
    public static OneNetOta at(URI base, Http http, OneNetConfig config) {
        return new OneNetOta(new OtaCalls(new DeviceHttp(http, config, InstantSource.system()), base));
    }

    /** Tells the platform which versions the device runs. */
    public CompletableFuture<Void> reportVersions(OtaVersions versions) {
        return calls.reportVersions(versions);
    }

    /** Asks the platform which versions it believes the device to run. */
    public CompletableFuture<OtaVersions> versions() {
        return calls.versions();
    }

    /**
     * Asks for a task.
     *
     * @param running the version that the device runs, 1 to 20 characters of {@code A-Z a-z 0-9 _ . -}
     * @return empty when there is nothing to upgrade to
     */
    public CompletableFuture<Optional<OtaTask>> check(OtaKind kind, String running) {
        OtaVersions.check(running);
        return calls.check(kind, running);
    }

    /** Asks how far a task is; it may have been cancelled. */
    public CompletableFuture<OtaState> state(OtaTask task) {
        return calls.state(task);
    }

    /**
     * Downloads a task's image and checks its size and digest. A connection that breaks is resumed where it broke, also by a
     * later call for the same file. The platform is told each ten percent, and why it failed if it does.
     *
     * @param file where the image shall be
     * @param listener told how far it is, on a handler thread
     * @return its result comes once the image is complete and the platform knows
     */
    public DownloadJob download(OtaTask task, Path file, Consumer<DownloadProgress> listener) {
        return calls.download(task, file, listener);
    }

    /** Tells the platform that the task's version is installed and runs. */
    public CompletableFuture<Void> reportSuccess(OtaTask task) {
        return calls.step(task, OtaCalls.INSTALLED);
    }

    /** Tells the platform that the task failed. */
    public CompletableFuture<Void> reportFailure(OtaTask task, OtaFailure why) {
        return calls.step(task, why.step());
    }

    /**
     * Is told when the platform announces a task over MQTT, from now on. The platform is answered at once; the notice says no
     * more than that {@link #check} is worth a call.
     *
     * @param device the device, opened with {@code config}
     * @param handler called on a handler thread
     */
    public static Registration onNotice(Device device, OneNetConfig config, Runnable handler) {
        return OtaNotices.listen(device.session(), config, handler);
    }
}
