package org.iotconnector.simulator.internal.onenet;

import java.time.Clock;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Refusal;
import org.iotconnector.simulator.onenet.LoginRefusal;
import org.iotconnector.simulator.onenet.OneNetRule;
import org.iotconnector.simulator.onenet.OneNetSettings;
import org.jspecify.annotations.Nullable;

/** Decides about a CONNECT. OneNET, "MQTT suite" and Studio, "MQTT device access", read 2026-11. */
final class LoginCheck {
    private static final int MQTT_311 = 4;
    private static final int FLAGS = 0xC2;
    private static final int MIN_KEEP_ALIVE = 10;
    private static final int MAX_KEEP_ALIVE = 1800;
    private static final int EMPTY = 1101;
    private static final int DEVICE_NOT_FOUND = 1107;

    private final OneNetRegistry registry;
    private final OneNetSettings settings;
    private final TokenCheck tokens;
    private final ConnectBan ban;
    private final Recent<LoginRefusal> refusals;
    private final Clock clock;

    LoginCheck(
            OneNetRegistry registry,
            OneNetSettings settings,
            TokenCheck tokens,
            Recent<LoginRefusal> refusals,
            Clock clock) {
        this.registry = registry;
        this.settings = settings;
        this.tokens = tokens;
        this.ban = new ConnectBan(clock);
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Product id and device name as the CONNECT gives them. A query string after the name is the card manager's. */
    static String identity(ConnectRequest request) {
        return (request.userName() == null ? "" : request.userName()) + "/" + deviceName(request);
    }

    /** Lifts all bans. */
    void pardon() {
        ban.clear();
    }

    Login check(ConnectRequest request) {
        String rule = brokenRule(request);
        if (rule == null && settings.has(OneNetRule.CONNECT_BAN) && !ban.allows(identity(request))) {
            rule = "more than 10 connects within 5 s: banned for 5 min";
        }
        if (rule != null) {
            record(request, 0, rule);
            return new Login.Closed(rule);
        }
        String productId = request.userName();
        String deviceName = deviceName(request);
        if (productId == null || productId.isEmpty() || deviceName.isEmpty()) {
            return refused(request, EMPTY, "invalid argument: client identifier or user name is empty");
        }
        TokenVerdict verdict = tokens.check(
                request.password(), TokenCheck.DEVICE_VERSIONS, scope -> scope.covers(productId, deviceName));
        if (!verdict.isGood()) {
            return refused(request, verdict.code(), verdict.text());
        }
        DeviceState device = registry.device(productId, deviceName).orElse(null);
        if (device == null) {
            return refused(request, DEVICE_NOT_FOUND, "device not found: [" + identity(request) + "]");
        }
        long expiry = verdict.token() == null ? Long.MAX_VALUE : verdict.token().et();
        return new Login.Accepted(device.identity(), new DeviceLogin(device, expiry), request.keepAliveSeconds());
    }

    /** The first rule of the protocol that the packet breaks; null if none. */
    private static @Nullable String brokenRule(ConnectRequest request) {
        if (request.protocolLevel() != MQTT_311) {
            return "only MQTT 3.1.1 is supported, not protocol level " + request.protocolLevel();
        }
        if (request.flags() != FLAGS) {
            return String.format(
                    "connect flags are 0x%02X; only 0xC2 is supported: user name, password, clean session, no Will",
                    request.flags());
        }
        int keepAlive = request.keepAliveSeconds();
        return keepAlive < MIN_KEEP_ALIVE || keepAlive > MAX_KEEP_ALIVE
                ? "keep-alive of " + keepAlive + " s is not within 10 to 1800 s"
                : null;
    }

    private Login refused(ConnectRequest request, int code, String text) {
        record(request, code, text);
        return new Login.Refused(Refusal.badCredentials(code + " " + text));
    }

    private void record(ConnectRequest request, int code, String text) {
        LoginRefusal refusal = new LoginRefusal(clock.instant(), identity(request), code, text);
        refusals.add(refusal);
        registry.find(refusal.device()).ifPresent(device -> device.lastRefusal(refusal));
    }

    private static String deviceName(ConnectRequest request) {
        int query = request.clientId().indexOf('?');
        return query < 0 ? request.clientId() : request.clientId().substring(0, query);
    }
}
