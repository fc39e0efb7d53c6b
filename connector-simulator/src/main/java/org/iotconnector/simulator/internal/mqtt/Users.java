package org.iotconnector.simulator.internal.mqtt;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.platform.Passwords;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.mqtt.MqttSettings;

/** Who may log in. With no user at all, any name and password passes as an anonymous client's. */
final class Users {
    private final Map<String, String> passwords;
    private final boolean allowAnonymous;

    Users(MqttSettings settings) {
        this.passwords = new LinkedHashMap<>(settings.users());
        this.allowAnonymous = settings.allowAnonymous();
    }

    void put(String username, String password) {
        passwords.put(username, password);
    }

    void remove(String username) {
        passwords.remove(username);
    }

    boolean letsIn(ConnectRequest request) {
        String username = request.userName();
        if (username == null || username.isEmpty() || passwords.isEmpty()) {
            return allowAnonymous;
        }
        String password = passwords.get(username);
        return password != null && Passwords.same(password, request.password());
    }
}
