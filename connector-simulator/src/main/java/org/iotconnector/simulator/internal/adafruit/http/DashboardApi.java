package org.iotconnector.simulator.internal.adafruit.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Names;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** {@code …/dashboards}. Adafruit IO API docs, "Dashboards", read 2026-11. */
final class DashboardApi {
    private static final String BODY = "dashboard";
    private static final String MODEL = "Dashboard";
    private static final Template TEMPLATE = new Template()
            .text("name", null)
            .text("key", null)
            .text("description", null)
            .text("visibility", "private")
            .flag("show_header", false)
            .text("color_mode", "dark")
            .flag("block_borders", true)
            .flag("allow_overlap", false);

    private final Targets targets;
    private final Estates estates;
    private final Stationery stationery;

    DashboardApi(Targets targets, Estates estates, Stationery stationery) {
        this.targets = targets;
        this.estates = estates;
        this.stationery = stationery;
    }

    void addTo(Routes routes) {
        routes.get("{U}/dashboards", this::list);
        routes.post("{U}/dashboards", this::create);
        routes.get("{U}/dashboards/{D}", call -> {
            Account account = targets.own(call);
            return Response.json(200, find(call, account).recordWithLayouts(account));
        });
        routes.change("{U}/dashboards/{D}", this::change);
        routes.delete("{U}/dashboards/{D}", this::delete);
        routes.post("{U}/dashboards/{D}/update_layouts", this::updateLayouts);
    }

    private Response list(Call call) {
        Account account = targets.own(call);
        return Response.json(
                200,
                estates.of(account).dashboards().stream()
                        .map(dashboard -> dashboard.record(account))
                        .toList());
    }

    private Response create(Call call) {
        Account account = targets.own(call);
        List<Dashboard> dashboards = estates.of(account).dashboards();
        Map<String, @Nullable Object> members = TEMPLATE.fresh(checked(call.fields(BODY)));
        String name = String.valueOf(members.get("name") == null ? "" : members.get("name"));
        String key = String.valueOf(members.get("key") == null ? Names.keyOf(name) : members.get("key"));
        members.put("key", freeKey(account, key, null));
        if (dashboards.size() >= account.plan().dashboards()) {
            throw ApiFailure.invalid("dashboard limit of " + account.plan().dashboards() + " reached");
        }
        Dashboard dashboard = new Dashboard(stationery.entry(members));
        dashboards.add(dashboard);
        return Response.json(201, noted("create", account, dashboard));
    }

    private Response change(Call call) {
        Account account = targets.own(call);
        Dashboard dashboard = find(call, account);
        Map<String, @Nullable Object> change = TEMPLATE.change(checked(call.fields(BODY)));
        if (change.get("key") != null) {
            freeKey(account, String.valueOf(change.get("key")), dashboard);
        }
        dashboard.entry().change(change, stationery.now());
        return Response.json(200, noted("update", account, dashboard));
    }

    private Response delete(Call call) {
        Account account = targets.own(call);
        Dashboard dashboard = find(call, account);
        estates.of(account).dashboards().remove(dashboard);
        noted("destroy", account, dashboard);
        return Response.json(200, "OK");
    }

    private Response updateLayouts(Call call) {
        Account account = targets.own(call);
        Dashboard dashboard = find(call, account);
        dashboard
                .layouts()
                .replace(
                        call.fields(BODY).raw("layouts"),
                        dashboard.blocks().stream().map(Block::id).toList());
        return Response.json(200, dashboard.recordWithLayouts(account));
    }

    private Dashboard find(Call call, Account account) {
        return estates.of(account).dashboard(call.variable("{D}")).orElseThrow(ApiFailure::notFound);
    }

    private String freeKey(Account account, String key, @Nullable Dashboard itself) {
        if (!Names.isKey(key)) {
            throw ApiFailure.invalid("name makes no key; give it a letter or a digit");
        }
        Optional<Dashboard> other = estates.of(account).dashboards().stream()
                .filter(dashboard -> dashboard != itself && dashboard.key().equals(key))
                .findFirst();
        if (other.isPresent()) {
            throw ApiFailure.invalid("key [" + key + "] has already been taken");
        }
        return key;
    }

    private static Fields checked(Fields fields) {
        String name = fields.text("name");
        if (name != null && name.length() > Names.MAX_CHARS) {
            throw ApiFailure.invalid("name is longer than " + Names.MAX_CHARS + " characters");
        }
        String mode = fields.text("color_mode");
        if (mode != null && !mode.equals("dark") && !mode.equals("light")) {
            throw ApiFailure.invalid("color_mode is [" + mode + "], expected dark or light");
        }
        return fields;
    }

    private Map<String, @Nullable Object> noted(String action, Account account, Dashboard dashboard) {
        Map<String, @Nullable Object> record = dashboard.record(account);
        estates.of(account).activities().note(action, MODEL, record);
        return record;
    }
}
