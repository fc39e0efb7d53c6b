package org.iotconnector.core.internal.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpHeader;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.http.MultipartBody;
import org.iotconnector.core.internal.http.SecretHeaderGuard.Marking;
import org.jspecify.annotations.Nullable;

/** Turns our requests into OkHttp's. */
final class Requests {
    private static final String USER_AGENT = "iot-connector";

    private Requests() {}

    static Request.Builder toOkHttp(HttpRequest request) {
        HttpUrl url = HttpUrl.get(request.uri().toString());
        Set<String> secret = request.headers().stream()
                .filter(HttpHeader::secret)
                .map(HttpHeader::name)
                .collect(Collectors.toUnmodifiableSet());
        Request.Builder builder = new Request.Builder()
                .url(url)
                .header("User-Agent", USER_AGENT)
                .tag(Marking.class, new Marking(url, secret))
                .method(request.method().name(), body(request));
        if (request.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("User-Agent"))) {
            builder.removeHeader("User-Agent");
        }
        request.headers()
                .forEach(header ->
                        builder.addHeader(header.name(), header.value().reveal()));
        return builder;
    }

    private static @Nullable RequestBody body(HttpRequest request) {
        if (!request.method().takesBody()) {
            return null;
        }
        RequestBody body = request.body().map(Requests::body).orElse(RequestBody.EMPTY);
        return new OnceBody(body, body.contentType());
    }

    private static RequestBody body(HttpBody body) {
        if (body instanceof HttpBody.Content content) {
            return RequestBody.create(content.bytes().toArray(), MediaType.get(content.mediaType()));
        } else if (body instanceof HttpBody.Upload upload) {
            return new FileBody(upload.file(), MediaType.get(upload.mediaType()));
        }
        return multipart((MultipartBody) body);
    }

    private static RequestBody multipart(MultipartBody body) {
        okhttp3.MultipartBody.Builder parts = new okhttp3.MultipartBody.Builder().setType(okhttp3.MultipartBody.FORM);
        for (MultipartBody.Part part : body.parts()) {
            RequestBody content = body(part.body());
            // A plain field goes without a type of its own, as browsers send it: old servers take it for a file else.
            RequestBody typed = part.fileName().isPresent() ? content : new OnceBody(content, null);
            parts.addFormDataPart(part.name(), part.fileName().orElse(null), typed);
        }
        return parts.build();
    }

    private static final class FileBody extends RequestBody {
        private final Path file;
        private final MediaType type;

        FileBody(Path file, MediaType type) {
            this.file = file;
            this.type = type;
        }

        @Override
        public MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() throws IOException {
            return LocalFiles.call("read", file, () -> Files.size(file));
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try (Source source = LocalFiles.call("read", file, () -> Okio.source(file))) {
                sink.writeAll(source);
            }
        }
    }
}
