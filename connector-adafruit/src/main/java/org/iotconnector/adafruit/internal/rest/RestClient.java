package org.iotconnector.adafruit.internal.rest;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.session.RateBudget;
import org.iotconnector.core.settings.Secret;

/** Sends requests with the key, within the account's rate. Thread-safe. */
public final class RestClient {
    private final Http http;
    private final URI base;
    private final String username;
    private final Optional<Secret> key;
    private final RateBudget budget;
    private final RetryPolicy policy;
    private final Pauses pauses;

    public RestClient(
            Http http, URI base, String username, Optional<Secret> key, RateBudget budget, RetryPolicy policy) {
        this(http, base, username, key, budget, policy, new Pauses(http));
    }

    private RestClient(
            Http http,
            URI base,
            String username,
            Optional<Secret> key,
            RateBudget budget,
            RetryPolicy policy,
            Pauses pauses) {
        this.http = http;
        this.base = base;
        this.username = username;
        this.key = key;
        this.budget = budget;
        this.policy = policy;
        this.pauses = pauses;
    }

    /** The same client, asking for the records of another account. */
    public RestClient of(String owner) {
        return new RestClient(http, base, owner, key, budget, policy, pauses);
    }

    /** A path below the account's. */
    public String path(String... segments) {
        return RestPath.of(username) + RestPath.of(segments);
    }

    /** What an answer of success holds; fails as {@link RestErrors} says. Cancelling it ends the call. */
    public <T> CompletableFuture<T> send(RestRequest request, Function<Received, T> read) {
        return new RestExchange<>(this, request, read).start();
    }

    /** As {@link #send}; a record that is not there is empty. */
    public <T> CompletableFuture<Optional<T>> sendForOptional(RestRequest request, Function<Received, T> read) {
        return new RestExchange<>(this, request, read.andThen(Optional::of))
                .missingIs(Optional.empty())
                .start();
    }

    Http http() {
        return http;
    }

    URI base() {
        return base;
    }

    Optional<Secret> key() {
        return key;
    }

    RateBudget budget() {
        return budget;
    }

    RetryPolicy policy() {
        return policy;
    }

    Pauses pauses() {
        return pauses;
    }
}
