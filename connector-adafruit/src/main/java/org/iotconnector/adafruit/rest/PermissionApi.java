package org.iotconnector.adafruit.rest;

import java.util.List;
import java.util.Locale;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.thing.Values;

/** The permissions of a feed, group or dashboard: {@code /acl}. Thread-safe. Adafruit IO API docs, "Permissions", read 2026-11. */
public final class PermissionApi {
    private final Records<Permission> permissions;

    /** What a permission is about. */
    public enum Model {
        FEEDS,
        GROUPS,
        DASHBOARDS
    }

    PermissionApi(RestClient client, Model model, String key) {
        String path = client.path(model.name().toLowerCase(Locale.ROOT), key, "acl");
        this.permissions = new Records<>(client, path, Permission::new);
    }

    public ApiCall<List<Permission>> list() {
        return permissions.list();
    }

    /** Lets everybody read it. */
    public ApiCall<Permission> makePublic() {
        return permissions.create(body(Permission.Scope.PUBLIC, Permission.Mode.READ));
    }

    /** Shares it with one account. */
    public ApiCall<Permission> shareWith(String username, Permission.Mode mode) {
        return permissions.create(body(Permission.Scope.USER, mode).plus(Values.of("scope_value", username)));
    }

    /** Creates a permission of any kind. */
    public ApiCall<Permission> create(Permission.Scope scope, Permission.Mode mode) {
        return permissions.create(body(scope, mode));
    }

    public ApiCall<Permission> get(String id) {
        return permissions.get(id);
    }

    /** Changes what may be done. */
    public ApiCall<Permission> update(String id, Permission.Mode mode) {
        return permissions.update(HttpMethod.PATCH, id, Values.of("mode", mode.text()), false);
    }

    public ApiCall<RestAnswer> delete(String id) {
        return permissions.delete(id);
    }

    private static Values body(Permission.Scope scope, Permission.Mode mode) {
        return Values.of("scope", scope.text(), "mode", mode.text());
    }
}
