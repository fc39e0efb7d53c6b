package org.iotconnector.core.tls;

import java.security.KeyStore;
import java.security.Provider;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;
import org.jspecify.annotations.Nullable;

/** Hands out one trust manager, for libraries that take only a factory. */
final class FixedTrustManagerFactory extends TrustManagerFactory {
    FixedTrustManagerFactory(TrustManager trustManager, Provider provider) {
        super(new Spi(trustManager), provider, "fixed");
    }

    private static final class Spi extends TrustManagerFactorySpi {
        private final TrustManager trustManager;

        Spi(TrustManager trustManager) {
            this.trustManager = trustManager;
        }

        @Override
        protected void engineInit(@Nullable KeyStore keyStore) {
            // The trust manager is complete; what a caller might add would change whom the settings trust.
        }

        @Override
        protected void engineInit(@Nullable ManagerFactoryParameters parameters) {
            // As above.
        }

        @Override
        protected TrustManager[] engineGetTrustManagers() {
            return new TrustManager[] {trustManager};
        }
    }
}
