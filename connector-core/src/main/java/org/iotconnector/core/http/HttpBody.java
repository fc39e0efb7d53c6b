package org.iotconnector.core.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;

/** The body of a request. Immutable; the {@code toString} of each kind shows no content. */
public sealed interface HttpBody permits HttpBody.Content, HttpBody.Upload, MultipartBody {
    /** The media type, such as {@code application/json}. */
    String mediaType();

    /** Bytes in memory. */
    record Content(String mediaType, Bytes bytes) implements HttpBody {}

    /** A file, read while it is sent. */
    record Upload(String mediaType, Path file) implements HttpBody {}

    /** JSON text in UTF-8; it is not looked at. */
    static HttpBody json(byte[] json) {
        return new Content("application/json", Bytes.copyOf(json));
    }

    /** The values as a JSON object. */
    static HttpBody json(Values values) {
        return json(Json.write(values));
    }

    /** Plain text in UTF-8. */
    static HttpBody text(String text) {
        return bytes("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static HttpBody bytes(String mediaType, byte[] bytes) {
        return new Content(mediaType, Bytes.copyOf(bytes));
    }

    /** The content of {@code file}, which must exist and stay as it is until it is sent. */
    static HttpBody file(String mediaType, Path file) {
        return new Upload(mediaType, file);
    }

    /** Starts the fields of an HTML form, as {@code application/x-www-form-urlencoded}. */
    static FormBuilder form() {
        return new FormBuilder();
    }

    /** Starts parts, as {@code multipart/form-data}. RFC 7578. */
    static MultipartBody.Builder multipart() {
        return new MultipartBody.Builder();
    }

    /** Collects the fields of a form in order. Not thread-safe. */
    final class FormBuilder {
        private final StringBuilder text = new StringBuilder();

        private FormBuilder() {}

        /** Adds a field; a name may come more than once. */
        public FormBuilder field(String name, String value) {
            text.append(text.length() == 0 ? "" : "&")
                    .append(Query.encode(name))
                    .append('=')
                    .append(Query.encode(value));
            return this;
        }

        public HttpBody build() {
            return bytes("application/x-www-form-urlencoded", text.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }
}
