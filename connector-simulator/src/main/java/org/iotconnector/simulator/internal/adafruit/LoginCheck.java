package org.iotconnector.simulator.internal.adafruit;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.iotconnector.simulator.adafruit.AdafruitRule;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Accounts;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Refusal;

/** Decides about CONNECT. Codes 6 and 7 are the platform's own. Adafruit IO API docs, "MQTT connection", read 2026-11. */
final class LoginCheck {
    private static final Refusal VERSION = new Refusal(1, 0x84, "MQTT 5 is not offered");
    private static final Refusal RATE = new Refusal(6, 0x9F, "too many logins");
    private static final Refusal BANNED = new Refusal(7, 0x8A, "the account is banned");

    private final Accounts accounts;
    private final AdafruitSettings settings;
    private final RandomGenerator random;

    LoginCheck(Accounts accounts, AdafruitSettings settings, RandomGenerator random) {
        this.accounts = accounts;
        this.settings = settings;
        this.random = random;
    }

    Login check(ConnectRequest request) {
        if (request.protocolLevel() >= 5 && !settings.has(AdafruitRule.MQTT5)) {
            return new Login.Refused(VERSION);
        }
        String user = request.userName();
        String key = request.password();
        if (user == null || user.isEmpty() || key == null || key.isEmpty()) {
            return new Login.Refused(Refusal.badCredentials("user name or password is empty"));
        }
        Optional<Account> found = accounts.find(user);
        if (found.isEmpty()) {
            return new Login.Refused(Refusal.notAuthorized("there is no such account"));
        }
        Account account = found.get();
        if (account.limits().isBanned()) {
            return new Login.Refused(BANNED);
        }
        if (!account.limits().takeConnect()) {
            return new Login.Refused(RATE);
        }
        if (!account.hasKey(key)) {
            return new Login.Refused(Refusal.notAuthorized("the key is wrong"));
        }
        return accept(account, request);
    }

    private Login accept(Account account, ConnectRequest request) {
        String clientId =
                request.clientId().isEmpty() ? String.format("io-mqtt-%08x", random.nextInt()) : request.clientId();
        AdafruitLogin login =
                new AdafruitLogin(account, clientId, request.remote().replaceFirst(":[0-9]+$", ""));
        return new Login.Accepted(
                login.identity(), login, request.keepAliveSeconds(), settings.has(AdafruitRule.PERSISTENT_SESSIONS));
    }
}
