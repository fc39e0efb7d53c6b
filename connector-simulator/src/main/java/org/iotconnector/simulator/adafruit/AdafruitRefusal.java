package org.iotconnector.simulator.adafruit;

import java.time.Instant;

/**
 * Something the platform did not do for a client.
 *
 * @param at when, by the simulator's clock
 * @param username the account, as the client named it
 * @param clientId who asked, empty if it gave none
 * @param action {@code CONNECT}, {@code SUBSCRIBE} or {@code PUBLISH}
 * @param topic topic name or filter; for {@code CONNECT} the code of CONNACK, for example {@code 5}
 * @param text what the client was told on its topic {@code errors}, without quotes; for {@code CONNECT} what was wrong, which it was not told
 */
public record AdafruitRefusal(Instant at, String username, String clientId, String action, String topic, String text) {}
