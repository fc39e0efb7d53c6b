package org.iotconnector.core.http;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Named parts, of which some are files, as {@code multipart/form-data}. RFC 7578. Immutable. */
public final class MultipartBody implements HttpBody {
    private final List<Part> parts;

    private MultipartBody(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * One part.
     *
     * @param fileName what the server is told as the file's name; empty for a plain field
     */
    public record Part(String name, Optional<String> fileName, HttpBody body) {}

    /** In the order added; unmodifiable. */
    public List<Part> parts() {
        return parts;
    }

    /** Without the boundary, which is chosen when the body is sent. */
    @Override
    public String mediaType() {
        return "multipart/form-data";
    }

    @Override
    public String toString() {
        return "MultipartBody" + parts.stream().map(Part::name).toList();
    }

    /** Collects parts in order. Not thread-safe. */
    public static final class Builder {
        private final List<Part> parts = new ArrayList<>();

        Builder() {}

        /** Adds a text field, in UTF-8. */
        public Builder field(String name, String value) {
            parts.add(new Part(name, Optional.empty(), HttpBody.text(value)));
            return this;
        }

        /** Adds a file, read while it is sent. */
        public Builder file(String name, String fileName, String mediaType, Path file) {
            parts.add(new Part(name, Optional.of(fileName), HttpBody.file(mediaType, file)));
            return this;
        }

        /** Adds bytes in memory as a file. */
        public Builder file(String name, String fileName, String mediaType, byte[] content) {
            parts.add(new Part(name, Optional.of(fileName), HttpBody.bytes(mediaType, content)));
            return this;
        }

        /**
         * Builds it.
         *
         * @throws IllegalStateException if there is no part
         */
        public HttpBody build() {
            if (parts.isEmpty()) {
                throw new IllegalStateException("A multipart body needs at least one part.");
            }
            return new MultipartBody(List.copyOf(parts));
        }
    }
}
