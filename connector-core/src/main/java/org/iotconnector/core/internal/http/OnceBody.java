package org.iotconnector.core.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body that is sent at most once: OkHttp would repeat even a POST after a kept connection broke in the middle. */
final class OnceBody extends RequestBody {
    private final RequestBody body;
    private final @Nullable MediaType type;

    OnceBody(RequestBody body, @Nullable MediaType type) {
        this.body = body;
        this.type = type;
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink);
    }

    @Override
    public boolean isOneShot() {
        return true;
    }
}
