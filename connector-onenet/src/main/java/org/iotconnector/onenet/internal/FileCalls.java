package org.iotconnector.onenet.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.Download;
import org.iotconnector.core.http.DownloadJob;
import org.iotconnector.core.http.DownloadProgress;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpHeaders;
import org.iotconnector.core.thing.Bytes;

/** Calls about a device's files and remote configuration. Thread-safe. OneNET Studio, "File management", read 2026-11. */
public final class FileCalls {
    private static final long LARGEST = 20L << 20;
    private static final String FILE_ERRNO = "Studio-SysFile-Errno";
    /** Remote configuration: deleted, and never published. */
    private static final Set<String> NO_CONFIGURATION = Set.of("3", "7");

    private final DeviceHttp http;
    private final URI base;

    public FileCalls(DeviceHttp http, URI base) {
        this.http = http;
        this.base = base;
    }

    public CompletableFuture<String> upload(Path file) {
        long size;
        String md5;
        try {
            size = Files.size(file);
            if (size > LARGEST) {
                throw new MappingException(
                        "", "The file " + file + " has " + size + " bytes; the platform takes " + LARGEST + ".");
            }
            md5 = md5(file);
        } catch (IOException | UncheckedIOException unreadable) {
            return CompletableFuture.failedFuture(new HttpException(
                    HttpException.Reason.FILE,
                    "The file " + file + " cannot be read: " + unreadable + ".",
                    unreadable));
        } catch (MappingException tooLarge) {
            return CompletableFuture.failedFuture(tooLarge);
        }
        String name = String.valueOf(file.getFileName());
        HttpBody form = HttpBody.multipart()
                .field("md5", md5)
                .field("filename", name)
                .field("size", Long.toString(size))
                .file("file", name, "application/octet-stream", file)
                .build();
        return http.call(http.post(http.address(base, "outupload"), form).build())
                .thenApply(reply -> reply.data()
                        .orElseThrow(() -> new MappingException("/data", "The platform named no uuid for the file."))
                        .text("uuid"));
    }

    private static String md5(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime does not know MD5.", missing);
        }
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public DownloadJob download(String id, Path file, Consumer<DownloadProgress> listener) {
        return http.http()
                .download(Download.of(
                                () -> http.get(http.address(base, id + "/outdownload"))
                                        .build(),
                                file)
                        .largestSize(LARGEST)
                        .check(answer -> check(errno(answer.headers(), FILE_ERRNO)))
                        .onProgress(listener)
                        .build());
    }

    public CompletableFuture<Optional<Bytes>> remoteConfiguration() {
        URI uri = http.address(URI.create(base + "/config"), "outdownload");
        return http.http().send(http.get(uri).build()).thenApply(FileCalls::configuration);
    }

    /** How the header is called is not public: both names were seen for the calls beside it. */
    private static Optional<Bytes> configuration(HttpAnswer answer) {
        String errno = errno(answer.headers(), "errno", FILE_ERRNO);
        if (NO_CONFIGURATION.contains(errno)) {
            return Optional.empty();
        }
        answer.orThrow();
        if (errno.equals("6")) {
            throw new PlatformRejectedException(
                    6, "", "The token was refused. Check the key, tokenResource and this machine's clock.");
        }
        check(errno);
        return Optional.of(answer.body());
    }

    private static String errno(HttpHeaders headers, String... names) {
        for (String name : names) {
            Optional<String> value = headers.first(name);
            if (value.isPresent()) {
                return value.get();
            }
        }
        return "0";
    }

    /** Errors come with status 200 and in a header. */
    private static void check(String errno) {
        if (!errno.equals("0")) {
            int code = errno.matches("[0-9]{1,9}") ? Integer.parseInt(errno) : -1;
            throw new PlatformRejectedException(
                    code, "", DeviceHttpCodes.explain(code).orElse(""));
        }
    }
}
