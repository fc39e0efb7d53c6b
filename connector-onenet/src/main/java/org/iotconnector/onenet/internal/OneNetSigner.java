package org.iotconnector.onenet.internal;

import java.time.Instant;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetToken;

/** Client identifier, user name and password of a device. OneNET, "Security authentication", read 2026-11. */
public final class OneNetSigner {
    private OneNetSigner() {}

    /**
     * Everything one CONNECT needs: version 3.1.1, a clean start and no Will, since the platform closes anything else.
     *
     * @throws AuthenticationException when the token was made elsewhere and has expired
     */
    public static ConnectParameters connect(OneNetConfig config, Instant now) {
        OneNetToken token = config.tokenAt(now);
        if (token.expiry().isBefore(now)) {
            throw new AuthenticationException(expired(config, token, now));
        }
        return ConnectParameters.builder(config.endpoint(), ClientIdentifier.of(config.deviceName()))
                .credentials(config.productId(), token.text())
                .tls(config.tls())
                .keepAlive(config.keepAlive())
                .validUntil(config.renewToken() ? token.expiry() : null)
                .build();
    }

    private static Failure expired(OneNetConfig config, OneNetToken token, Instant now) {
        return Failure.of(
                FailureKind.CREDENTIAL_REFUSED,
                "The token of device " + config.deviceId() + " held until " + token.expiry() + " (et="
                        + token.expiry().getEpochSecond() + "), and by this machine's clock it is " + now + ".",
                "Make a new token, or give deviceKey instead, from which one is made for every connect. If it is not "
                        + now + ", set the clock.",
                null);
    }
}
