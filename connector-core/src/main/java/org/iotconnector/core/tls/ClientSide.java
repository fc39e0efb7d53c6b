package org.iotconnector.core.tls;

import java.util.Optional;

/**
 * What the client knows of a handshake that the server broke off.
 *
 * @param identity the certificate shown; empty if there was none to show
 * @param serverAccepted whether the server's certificate had passed, so that it was the client's turn to be checked
 */
record ClientSide(Optional<ClientIdentity> identity, boolean serverAccepted) {}
