package org.iotconnector.mqtt.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.mqtt.BrokerPreset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What users of public brokers should know. */
public final class BrokerWarnings {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.mqtt");

    private BrokerWarnings() {}

    /** Logs them, if there are any. */
    public static void log(String device, List<String> warnings) {
        warnings.forEach(warning -> LOG.warn("{}: {}", device, warning));
    }

    /**
     * What to think of before using this broker, as sentences; none for a broker of one's own.
     *
     * @param topic a topic that the device reports on
     */
    public static List<String> of(Endpoint endpoint, TlsOptions tls, String topic, String clientId) {
        List<String> all = new ArrayList<>();
        Optional<BrokerPreset> known = BrokerPreset.ofHost(endpoint.host());
        if (known.filter(BrokerPreset::isPublic).isEmpty()) {
            return all;
        }
        String title = known.get().title();
        all.add(title
                + " is public: everybody can read what this device sends and send it commands. Send nothing private,"
                + " and check every command.");
        if (!Guessing.hasUnguessableLevel(topic)) {
            all.add("Topics such as " + topic + " can be guessed. Put a level of 16 random letters and digits in front,"
                    + " for example what openssl rand -hex 8 prints.");
        }
        if (!Guessing.isUnguessable(clientId)) {
            all.add("The client identifier \"" + clientId
                    + "\" may be in use by others, who would throw this device out;" + " add random characters to it.");
        }
        if (endpoint.tls() && known.get().ownCertificateAuthority() && tls.trustsJavaRoots()) {
            // Adding the certificate is the way; switching checks off would be the wrong one.
            all.add("The certificate of " + endpoint.host()
                    + " comes from an authority of its own, which Java does not know:"
                    + " download it from the broker's page and set trustFile to it.");
        }
        if (!endpoint.tls()) {
            all.add("The connection has no TLS: whoever is on the way reads and changes it.");
        }
        if (!known.get().note().isEmpty()) {
            all.add(known.get().note());
        }
        return List.copyOf(all);
    }
}
