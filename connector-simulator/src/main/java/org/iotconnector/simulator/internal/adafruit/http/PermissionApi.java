package org.iotconnector.simulator.internal.adafruit.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.adafruit.store.Access;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code …/acl} of feeds, groups and dashboards. Those for the public and for users are in force, over MQTT too, the others are only
 * kept. Adafruit IO API docs, "Permissions", read 2026-11.
 */
final class PermissionApi {
    private static final String PUBLIC = "public";
    private static final String USER = "user";
    private static final List<String> SCOPES = List.of("secret", PUBLIC, USER, "organization");
    private static final List<String> MODES = List.of("r", "w", "rw");
    private static final Template TEMPLATE =
            new Template().text("scope", PUBLIC).text("scope_value", null).text("mode", "r");

    private final Targets targets;
    private final Estates estates;
    private final Stationery stationery;

    /** What a permission is about; a dashboard has no access rules of its own. */
    private record Subject(Account owner, String model, long id, Optional<Access> access) {}

    PermissionApi(Targets targets, Estates estates, Stationery stationery) {
        this.targets = targets;
        this.estates = estates;
        this.stationery = stationery;
    }

    void addTo(Routes routes) {
        for (String path : List.of("{U}/feeds/{K}/acl", "{U}/groups/{G}/acl", "{U}/dashboards/{D}/acl")) {
            routes.get(path, this::list);
            routes.post(path, this::create);
            routes.get(
                    path + "/{id}",
                    call -> Response.json(200, entry(call, subject(call)).record()));
            routes.change(path + "/{id}", this::change);
            routes.delete(path + "/{id}", this::delete);
        }
    }

    private Response list(Call call) {
        return Response.json(
                200, entries(subject(call)).stream().map(Entry::record).toList());
    }

    private Response create(Call call) {
        Subject subject = subject(call);
        Map<String, @Nullable Object> members = TEMPLATE.fresh(checked(call.fields("acl")));
        members.put("user_id", subject.owner().id());
        members.put("model", subject.model());
        members.put("object_id", subject.id());
        Entry entry = estates.of(subject.owner()).permissions().add(members);
        apply(subject);
        return Response.json(200, entry.record());
    }

    private Response change(Call call) {
        Subject subject = subject(call);
        Entry entry = entry(call, subject);
        Map<String, @Nullable Object> change = TEMPLATE.change(checked(call.fields("acl")));
        revoke(subject, entry);
        entry.change(change, stationery.now());
        apply(subject);
        return Response.json(200, entry.record());
    }

    private Response delete(Call call) {
        Subject subject = subject(call);
        Entry entry = entry(call, subject);
        revoke(subject, entry);
        estates.of(subject.owner()).permissions().remove(entry);
        apply(subject);
        return Response.json(200, entry.record());
    }

    private static Fields checked(Fields fields) {
        requireOneOf("scope", fields.text("scope"), SCOPES);
        requireOneOf("mode", fields.text("mode"), MODES);
        return fields;
    }

    private static void requireOneOf(String name, @Nullable String value, List<String> values) {
        if (value != null && !values.contains(value)) {
            throw ApiFailure.invalid(name + " is [" + value + "], expected " + String.join(", ", values));
        }
    }

    /** Puts all permissions in force that there are; what a test allowed beside them stays. */
    private void apply(Subject subject) {
        subject.access().ifPresent(access -> {
            for (Entry entry : entries(subject)) {
                if (isScope(entry, PUBLIC)) {
                    access.open(true);
                } else if (isScope(entry, USER)) {
                    access.share(
                            String.valueOf(entry.member("scope_value")),
                            String.valueOf(entry.member("mode")).contains("w"));
                }
            }
        });
    }

    private static void revoke(Subject subject, Entry entry) {
        subject.access().ifPresent(access -> {
            if (isScope(entry, PUBLIC)) {
                access.open(false);
            } else if (isScope(entry, USER)) {
                access.unshare(String.valueOf(entry.member("scope_value")));
            }
        });
    }

    private static boolean isScope(Entry entry, String scope) {
        return scope.equals(entry.member("scope"));
    }

    private Subject subject(Call call) {
        Account account = targets.own(call);
        if (call.has("{K}")) {
            FeedPlace place = targets.ownFeed(call);
            return new Subject(
                    account, "feed", place.feed().id(), Optional.of(place.feed().access()));
        }
        if (call.has("{G}")) {
            Group group = targets.ownGroup(call);
            return new Subject(account, "group", group.id(), Optional.of(group.access()));
        }
        Dashboard dashboard =
                estates.of(account).dashboard(call.variable("{D}")).orElseThrow(ApiFailure::notFound);
        return new Subject(account, "dashboard", dashboard.entry().id(), Optional.empty());
    }

    private List<Entry> entries(Subject subject) {
        return estates.of(subject.owner()).permissions().all().stream()
                .filter(entry -> subject.model().equals(entry.member("model"))
                        && Long.valueOf(subject.id()).equals(entry.member("object_id")))
                .toList();
    }

    private Entry entry(Call call, Subject subject) {
        return entries(subject).stream()
                .filter(entry -> String.valueOf(entry.id()).equals(call.variable("{id}")))
                .findFirst()
                .orElseThrow(ApiFailure::notFound);
    }
}
