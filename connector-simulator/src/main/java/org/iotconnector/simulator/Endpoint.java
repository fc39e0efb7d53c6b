package org.iotconnector.simulator;

import java.net.URI;
import java.util.Objects;

/**
 * One address the simulator listens on.
 *
 * @param name what it is, for example {@code aliyun mqtt} or {@code console}
 * @param uri where it is, always with the real port
 */
public record Endpoint(String name, URI uri) {

    /** Checks that both parts are there. */
    public Endpoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uri, "uri");
    }
}
