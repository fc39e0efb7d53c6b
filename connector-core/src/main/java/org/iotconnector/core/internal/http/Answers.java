package org.iotconnector.core.internal.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpHeaders;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.thing.Bytes;

/** Turns OkHttp's answers into ours. */
final class Answers {
    private Answers() {}

    /** Reads the whole body, which blocks. */
    static HttpAnswer read(Response response, HttpRequest request) throws IOException {
        BufferedSource body = response.body().source();
        if (body.request(request.largestAnswer() + 1L)) {
            throw HttpFailures.tooLarge(request);
        }
        return new HttpAnswer(response.code(), headers(response.headers()), Bytes.copyOf(body.readByteArray()));
    }

    /** Status and headers, with the beginning of the body if {@code most} is not 0. */
    static HttpAnswer head(Response response, long most) throws IOException {
        Bytes body =
                most == 0 ? Bytes.empty() : Bytes.copyOf(response.peekBody(most).bytes());
        return new HttpAnswer(response.code(), headers(response.headers()), body);
    }

    private static HttpHeaders headers(Headers headers) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            fields.add(Map.entry(headers.name(i), headers.value(i)));
        }
        return HttpHeaders.of(fields);
    }
}
