package org.iotconnector.core.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key and the certificates that go with it.
 *
 * @param chain leaf first; not empty
 */
record ClientIdentity(PrivateKey key, List<X509Certificate> chain) {
    ClientIdentity {
        chain = List.copyOf(chain);
    }

    X509Certificate leaf() {
        return chain.get(0);
    }

    /** Without the key, which some classes print. */
    @Override
    public String toString() {
        return "ClientIdentity[" + leaf().getSubjectX500Principal().getName() + "]";
    }
}
