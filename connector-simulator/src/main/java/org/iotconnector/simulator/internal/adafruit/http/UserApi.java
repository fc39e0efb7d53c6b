package org.iotconnector.simulator.internal.adafruit.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Limits;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** {@code /user} and {@code …/throttle}. Adafruit IO API docs, "User", and a published answer of 2021, read 2026-11. */
final class UserApi {
    private static final int MONTHLY_PRICE = 10;

    private final Targets targets;
    private final boolean flat;

    /** Prepares it; {@code flat} answers as the documents say, not as the platform was seen to. */
    UserApi(Targets targets, boolean flat) {
        this.targets = targets;
        this.flat = flat;
    }

    void addTo(Routes routes) {
        routes.get("user", call -> {
            Account account = targets.caller(call);
            return Response.json(200, flat ? documented(account) : captured(account));
        });
        routes.get("{U}/throttle", call -> Response.json(200, throttle(targets.own(call))));
    }

    private static Map<String, @Nullable Object> documented(Account account) {
        Map<String, @Nullable Object> user = head(account);
        putTimes(user, account);
        return user;
    }

    private static Map<String, @Nullable Object> head(Account account) {
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        user.put("id", account.id());
        user.put("name", account.displayName());
        user.put("color", null);
        user.put("username", account.username());
        return user;
    }

    private static void putTimes(Map<String, @Nullable Object> user, Account account) {
        user.put("time_zone", "Etc/UTC");
        user.put("created_at", Times.record(account.createdAt()));
        user.put("updated_at", Times.record(account.createdAt()));
    }

    private static Map<String, @Nullable Object> captured(Account account) {
        Map<String, @Nullable Object> user = head(account);
        user.put("role", "user");
        user.put("default_group_id", account.defaultGroup().id());
        user.put("default_dashboard_id", null);
        putTimes(user, account);
        user.put("subscription", subscription(account.plan()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("user", user);
        answer.put("profile", Map.of("name", account.displayName(), "username", account.username()));
        answer.put("sidebar", Map.of());
        answer.put("navigation", Map.of());
        Map<String, Object> throttle = new LinkedHashMap<>();
        throttle.put("data_rate_limit", account.plan().dataRate());
        throttle.put("active_data_rate", account.limits().activeDataRate());
        answer.put("throttle", throttle);
        answer.put("system_messages", List.of());
        return answer;
    }

    private static Map<String, Object> subscription(AdafruitPlan plan) {
        Map<String, @Nullable Object> limits = new LinkedHashMap<>();
        limits.put("feeds", limit(plan.feeds()));
        limits.put("dashboards", limit(plan.dashboards()));
        limits.put("groups", limit(plan.groups()));
        limits.put("data_ttl", plan.retention().toSeconds());
        limits.put("data_rate", plan.dataRate());
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", capital(plan.name()));
        described.put("price", plan.isPaid() ? MONTHLY_PRICE : 0);
        described.put("interval", "month");
        described.put("free", !plan.isPaid());
        described.put("paid", plan.isPaid());
        Map<String, Object> subscription = new LinkedHashMap<>();
        subscription.put("status", "active");
        subscription.put("limits", limits);
        subscription.put("plan", described);
        return subscription;
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static @Nullable Integer limit(int number) {
        return number == AdafruitPlan.UNLIMITED ? null : number;
    }

    private static Map<String, @Nullable Object> throttle(Account account) {
        Limits limits = account.limits();
        Map<String, @Nullable Object> throttle = new LinkedHashMap<>();
        throttle.put("data_rate_limit", account.plan().dataRate());
        throttle.put("active_data_rate", limits.activeDataRate());
        throttle.put("authentication_rate", limits.authenticationRate());
        throttle.put("subscribe_authorization_rate", limits.subscribeRate());
        throttle.put("publish_authorization_rate", limits.failedPublishRate());
        throttle.put("hourly_ban_rate", limits.bansInLastHour());
        throttle.put("mqtt_ban_error_message", limits.banMessage().orElse(null));
        throttle.put("active_sms_rate", 0);
        return throttle;
    }
}
