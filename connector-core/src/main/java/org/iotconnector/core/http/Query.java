package org.iotconnector.core.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Query strings: names and values percent-encoded, joined by {@code &}. */
final class Query {
    private Query() {}

    /** With {@code %20} for a space, which both forms and addresses take. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static URI with(URI uri, String name, String value) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        String base = fragment < 0 ? text : text.substring(0, fragment);
        String glue = base.indexOf('?') < 0 ? "?" : base.endsWith("?") || base.endsWith("&") ? "" : "&";
        return URI.create(base + glue + encode(name) + "=" + encode(value));
    }
}
