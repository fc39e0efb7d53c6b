package org.iotconnector.simulator.internal.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A form of type {@code multipart/form-data}, RFC 7578. */
public final class Multipart {

    /** One part. Its content array is shared and must not be changed. */
    public static final class Part {
        private final String fileName;
        private final byte[] content;

        Part(String fileName, byte[] content) {
            this.fileName = fileName;
            this.content = content;
        }

        /** The name that came with it, empty for a plain field. */
        public String fileName() {
            return fileName;
        }

        /** The bytes themselves, not a copy. */
        public byte[] content() {
            return content;
        }

        /** The content as UTF-8 text. */
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private Multipart() {}

    /**
     * Reads the parts by name; of a repeated one the first.
     *
     * @throws IOException if the body is no such form; the message says why
     */
    public static Map<String, Part> read(Request request) throws IOException {
        String type = request.header("Content-Type").orElse("");
        FullHttpRequest form = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(request.body()));
        form.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        if (!HttpPostRequestDecoder.isMultipart(form)) {
            throw new IOException("Content-Type [" + type + "] is not multipart/form-data with a boundary");
        }
        HttpPostRequestDecoder decoder;
        try {
            decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), form, StandardCharsets.UTF_8);
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException malformed) {
            throw new IOException("the form is malformed", malformed);
        }
        try {
            Map<String, Part> parts = new LinkedHashMap<>();
            for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
                if (data instanceof HttpData part) {
                    String fileName = part instanceof FileUpload file ? file.getFilename() : "";
                    parts.putIfAbsent(part.getName(), new Part(fileName, part.get()));
                }
            }
            return parts;
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException malformed) {
            throw new IOException("the form is malformed", malformed);
        } finally {
            decoder.destroy();
        }
    }
}
