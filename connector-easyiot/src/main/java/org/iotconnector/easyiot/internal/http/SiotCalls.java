package org.iotconnector.easyiot.internal.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * Sends requests of SIoT's HTTP interface. The server takes the login in the address only, so nothing here shows an
 * address with its query, nor what a server repeats of it. Thread-safe.
 */
public final class SiotCalls {
    private static final int SUCCESS = 1;
    private static final String HIDDEN = "[redacted]";

    private final Http http;
    private final String address;
    private final String username;
    private final Secret password;

    public SiotCalls(Http http, URI address, String username, Secret password) {
        // Checks scheme, host and the absence of a login.
        String checked = HttpRequest.get(address).build().uri().toString();
        this.http = http;
        this.address = checked.endsWith("/") ? checked.substring(0, checked.length() - 1) : checked;
        this.username = username;
        this.password = password;
    }

    public Http http() {
        return http;
    }

    /** The object that answers, if its code says success. */
    public CompletableFuture<Values> send(String path, Map<String, String> parameters) {
        // Some of these GETs change something; a connection that is never kept is never tried twice.
        HttpRequest.Builder builder = HttpRequest.get(URI.create(address + path))
                .header("Connection", "close")
                .query("iname", username)
                .query("ipwd", password.reveal());
        parameters.forEach(builder::query);
        HttpRequest request = builder.build();
        CompletableFuture<HttpAnswer> sent = http.send(request);
        CompletableFuture<Values> result = sent.thenApply(answer -> read(request, answer));
        result.whenComplete((values, failure) -> {
            if (result.isCancelled()) {
                sent.cancel(true);
            }
        });
        return result;
    }

    private Values read(HttpRequest request, HttpAnswer answer) {
        Values body;
        int code;
        try {
            body = Json.readObject(answer.body().toArray());
            code = body.integer("code");
        } catch (MappingException notSiot) {
            throw new HttpException(
                    Reason.BAD_ANSWER,
                    "The answer to " + request.target() + " (status " + answer.status() + ") is not one of SIoT's HTTP"
                            + " interface. Check the address; that of the server's web page is right, port 8080 as a"
                            + " rule. SIoT V2 need not offer this interface.",
                    null);
        }
        if (code != SUCCESS || !answer.isSuccess()) {
            throw new PlatformRejectedException(
                    code,
                    hide(body.find("msg").map(SiotCalls::plain).orElse("")),
                    "Check user name and password, that the topic is project and device, and that it exists.");
        }
        return body;
    }

    private static String plain(Value value) {
        return value instanceof Value.Text it ? it.value() : Json.toText(value);
    }

    /** A server may repeat the address, encoded in one way or another. */
    private String hide(String text) {
        String secret = password.reveal();
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String forms = Stream.of(secret, encoded, encoded.replace("+", "%20"))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(forms, Pattern.CASE_INSENSITIVE).matcher(text).replaceAll(HIDDEN);
    }

    @Override
    public String toString() {
        return address;
    }
}
