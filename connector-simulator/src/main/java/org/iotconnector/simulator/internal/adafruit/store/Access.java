package org.iotconnector.simulator.internal.adafruit.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Who but the owner may use a feed or group. */
public final class Access {
    private boolean open;
    private final Map<String, Boolean> shares = new TreeMap<>();

    /** Whether anybody may read it. */
    public boolean isPublic() {
        return open;
    }

    /** {@code public} or {@code private}. */
    public String visibility() {
        return open ? "public" : "private";
    }

    /** Lets anybody read it, or nobody but those it is shared with. */
    public void open(boolean toAnybody) {
        open = toAnybody;
    }

    /** Shares it with another account, which may then read and perhaps write it. */
    public void share(String username, boolean writable) {
        shares.put(username, writable);
    }

    /** Ends the sharing with another account. */
    public void unshare(String username) {
        shares.remove(username);
    }

    /** Whom it is shared with, and whether they may write. */
    public Map<String, Boolean> shares() {
        return Collections.unmodifiableMap(shares);
    }

    /** Whether an account that is not the owner may read it. */
    public boolean mayRead(String username) {
        return open || shares.containsKey(username);
    }

    /** Whether an account that is not the owner may write to it. */
    public boolean mayWrite(String username) {
        return shares.getOrDefault(username, false);
    }
}
