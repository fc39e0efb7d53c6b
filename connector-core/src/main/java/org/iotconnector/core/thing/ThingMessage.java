package org.iotconnector.core.thing;

import java.util.function.Function;

/**
 * A message between a device and its platform, in words that no platform owns. The family is sealed and grows only
 * with the toolkit: {@code match} takes one function per case, so a new case fails to compile wherever it is not
 * handled. All messages are immutable.
 */
public sealed interface ThingMessage permits Uplink, Downlink {

    /** Calls the one function that fits the message's direction and returns what it returns. */
    default <R> R match(Function<? super Uplink, ? extends R> up, Function<? super Downlink, ? extends R> down) {
        return this instanceof Uplink uplink ? up.apply(uplink) : down.apply((Downlink) this);
    }
}
