package org.iotconnector.onenet.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.Checksum;
import org.iotconnector.core.http.Download;
import org.iotconnector.core.http.DownloadJob;
import org.iotconnector.core.http.DownloadProgress;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OtaKind;
import org.iotconnector.onenet.OtaState;
import org.iotconnector.onenet.OtaTask;
import org.iotconnector.onenet.OtaVersions;

/** The calls of an upgrade. Thread-safe. OneNET, "OTA", read 2026-11. */
public final class OtaCalls {
    /** The step that says that the new version runs. */
    public static final int INSTALLED = 201;
    /** The step that says that the whole image is there. */
    static final int DOWNLOADED = 100;

    private static final int DIFFERENTIAL = 2;
    /** "No task" is documented for the first generation only; the current platform's number is not confirmed. */
    private static final Set<Integer> NO_TASK = Set.of(11);

    private final DeviceHttp http;
    private final URI base;

    public OtaCalls(DeviceHttp http, URI base) {
        this.http = http;
        this.base = base;
    }

    public CompletableFuture<Void> reportVersions(OtaVersions versions) {
        Values.Builder body = Values.builder();
        versions.software().ifPresent(version -> body.put("s_version", version));
        versions.firmware().ifPresent(version -> body.put("f_version", version));
        return http.call(http.post(http.address(base, "version"), HttpBody.json(body.build()))
                        .build())
                .thenAccept(reply -> {});
    }

    public CompletableFuture<OtaVersions> versions() {
        return http.call(http.get(http.address(base, "version")).build()).thenApply(reply -> {
            Values data = reply.data().orElse(Values.empty());
            return new OtaVersions(text(data, "s_version"), text(data, "f_version"));
        });
    }

    private static Optional<String> text(Values data, String name) {
        return data.has(name) ? Optional.of(data.text(name)).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    public CompletableFuture<Optional<OtaTask>> check(OtaKind kind, String running) {
        return http.callAny(http.get(http.address(base, "check"))
                        .query("type", Integer.toString(kind.number()))
                        .query("version", running)
                        .build())
                .thenApply(reply -> NO_TASK.contains(reply.code())
                        ? Optional.empty()
                        : reply.orThrow().data().map(data -> task(kind, data)));
    }

    private static OtaTask task(OtaKind kind, Values data) {
        return new OtaTask(
                data.longInteger("tid"),
                kind,
                data.text("target"),
                data.longInteger("size"),
                Checksum.md5(data.text("md5")),
                OtaState.ofNumber(data.integer("status")),
                data.has("type") && data.integer("type") == DIFFERENTIAL);
    }

    public CompletableFuture<OtaState> state(OtaTask task) {
        return http.call(http.get(http.address(base, task.id() + "/check")).build())
                .thenApply(reply -> OtaState.ofNumber(
                        reply.data().map(data -> data.integer("status")).orElse(0)));
    }

    /** Tells the platform a percentage, or one of its numbers for results. */
    public CompletableFuture<Void> step(OtaTask task, int step) {
        return http.call(http.post(http.address(base, task.id() + "/status"), HttpBody.json(Values.of("step", step)))
                        .build())
                .thenAccept(reply -> {});
    }

    public DownloadJob download(OtaTask task, Path file, Consumer<DownloadProgress> listener) {
        OtaDownload download = new OtaDownload(task, this, listener);
        return download.start(
                http.http(),
                Download.of(
                                () -> http.get(http.address(base, task.id() + "/download"))
                                        .build(),
                                file)
                        .size(task.size())
                        .checksum(task.checksum())
                        .check(OtaCalls::checkErrno)
                        .onProgress(download::onProgress)
                        .build());
    }

    /** Errors come with status 200 and in a header. */
    private static void checkErrno(HttpAnswer answer) {
        String errno = answer.headers().first("Ota-Errno").orElse("0");
        if (!errno.equals("0")) {
            int code = errno.matches("[0-9]{1,9}") ? Integer.parseInt(errno) : -1;
            throw new PlatformRejectedException(
                    code, "", DeviceHttpCodes.explain(code).orElse(""));
        }
    }
}
