package org.iotconnector.simulator.internal.net;

import org.jspecify.annotations.Nullable;

/** Generates the certificates when somebody first needs them: most test runs use plain TCP only. Thread-safe. */
public final class LazyTls {
    private @Nullable TlsMaterial material;

    /** The one set of certificates. */
    public synchronized TlsMaterial get() {
        if (material == null) {
            material = TlsMaterial.generate();
        }
        return material;
    }
}
