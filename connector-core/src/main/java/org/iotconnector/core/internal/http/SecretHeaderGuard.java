package org.iotconnector.core.internal.http;

import java.io.IOException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Keeps secret headers from following a redirect to another host or port; OkHttp itself holds back Authorization only. */
final class SecretHeaderGuard implements Interceptor {
    /** Goes along with a request: for whom its secret headers are. */
    record Marking(HttpUrl meantFor, Set<String> secretHeaders) {}

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Marking marking = request.tag(Marking.class);
        if (marking == null || sameOrigin(marking.meantFor(), request.url())) {
            return chain.proceed(request);
        }
        Request.Builder stripped = request.newBuilder();
        marking.secretHeaders().forEach(stripped::removeHeader);
        return chain.proceed(stripped.build());
    }

    private static boolean sameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }
}
