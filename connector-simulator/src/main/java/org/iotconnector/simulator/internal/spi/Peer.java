package org.iotconnector.simulator.internal.spi;

import java.util.Set;
import org.iotconnector.simulator.Transport;

/** A logged-in client as platforms see it. Valid on the loop thread. */
public interface Peer {

    /** The key given by {@link Login.Accepted}. */
    String identity();

    /** What the platform stored at login. */
    <T> T context(Class<T> type);

    /** 3 for MQTT 3.1, 4 for 3.1.1, 5. */
    int protocolLevel();

    /** How it came in. */
    Transport transport();

    /** Topic filters in force for its session. */
    Set<String> filters();
}
