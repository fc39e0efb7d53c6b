package org.iotconnector.simulator.internal.adafruit;

import java.util.HashSet;
import java.util.Set;
import org.iotconnector.simulator.internal.adafruit.store.Account;

/**
 * What is remembered with a connection.
 *
 * @param account who logged in
 * @param clientId client identifier, made by the platform if the client gave none
 * @param address of the client, without port
 * @param unheard topic filters that are granted for show only; changes
 */
record AdafruitLogin(Account account, String clientId, String address, Set<String> unheard) {

    AdafruitLogin(Account account, String clientId, String address) {
        this(account, clientId, address, new HashSet<>());
    }

    /** Name of the connection. */
    String identity() {
        return identity(account.username(), clientId);
    }

    static String identity(String username, String clientId) {
        return username + "/" + clientId;
    }

    String username() {
        return account.username();
    }

    /** How texts on the account's topics begin. */
    String action(String word, String topic) {
        return clientId + " " + address + " " + word + " " + topic;
    }
}
