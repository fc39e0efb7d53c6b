package org.iotconnector.simulator.internal.siot.store;

import java.util.Map;
import org.iotconnector.simulator.internal.platform.Passwords;
import org.jspecify.annotations.Nullable;

/** Who may log in, over MQTT and HTTP alike. */
public final class Logins {
    private final Map<String, String> passwords;

    /** Takes passwords by user name. */
    public Logins(Map<String, String> passwords) {
        this.passwords = passwords;
    }

    /** Whether name and password belong together. */
    public boolean fits(@Nullable String username, @Nullable String given) {
        String password = username == null ? null : passwords.get(username);
        return password != null && Passwords.same(password, given);
    }
}
