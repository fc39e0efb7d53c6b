package org.iotconnector.simulator.internal.adafruit.http;

import java.security.SecureRandom;
import java.util.Map;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** {@code …/tokens}. They are kept and given back; as a key they are worth nothing. Adafruit IO API docs, "Tokens", read 2026-11. */
final class TokenApi {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 28;
    private static final Template TEMPLATE = new Template()
            .text("key", null)
            .flag("master", false)
            .flag("createable", true)
            .flag("readable", true)
            .flag("updateable", true)
            .flag("deleteable", true)
            .text("expiration", null)
            .whole("feed_id", null)
            .text("status", "active");

    private final Targets targets;
    private final Estates estates;
    private final Stationery stationery;
    private final SecureRandom random = new SecureRandom();

    TokenApi(Targets targets, Estates estates, Stationery stationery) {
        this.targets = targets;
        this.estates = estates;
        this.stationery = stationery;
    }

    void addTo(Routes routes) {
        routes.get("{U}/tokens", call -> shelf(call).list());
        routes.post("{U}/tokens", this::create);
        routes.get("{U}/tokens/{id}", call -> Response.json(200, entry(call).record()));
        routes.change("{U}/tokens/{id}", this::change);
        routes.delete("{U}/tokens/{id}", this::delete);
    }

    private Response create(Call call) {
        Account account = targets.own(call);
        Fields fields = call.fields("token");
        Map<String, @Nullable Object> members = TEMPLATE.fresh(fields);
        String given = fields.text("token");
        if (members.get("key") == null) {
            members.put("key", given == null || given.isEmpty() ? newToken() : given);
        }
        members.put("user_id", account.id());
        return Response.json(200, estates.of(account).tokens().add(members).record());
    }

    private Response change(Call call) {
        Entry token = entry(call);
        Fields fields = call.fields("token");
        Map<String, @Nullable Object> change = TEMPLATE.change(fields);
        if (fields.has("token")) {
            change.put("key", fields.text("token"));
        }
        token.change(change, stationery.now());
        return Response.json(200, token.record());
    }

    private Response delete(Call call) {
        Entry token = entry(call);
        shelf(call).remove(token);
        return Response.json(200, token.record());
    }

    private Shelf shelf(Call call) {
        return estates.of(targets.own(call)).tokens();
    }

    private Entry entry(Call call) {
        return shelf(call).get(call.variable("{id}"));
    }

    private String newToken() {
        return random.ints(LENGTH, 0, DIGITS.length())
                .collect(StringBuilder::new, (text, digit) -> text.append(DIGITS.charAt(digit)), StringBuilder::append)
                .toString();
    }
}
