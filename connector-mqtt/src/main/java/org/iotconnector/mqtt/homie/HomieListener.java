package org.iotconnector.mqtt.homie;

import java.util.Optional;

/**
 * Follows the devices that a {@link HomieController} sees. Called on handler threads, one call at a time, in the order in
 * which things happened; it may block, which delays what comes later, and an exception is logged.
 */
public interface HomieListener {
    /** A device has said all of what describes it. Its values and alerts of that moment follow, each as an event. */
    default void onFound(HomieDevice device) {}

    /** A device describes itself otherwise than before. */
    default void onChanged(HomieDevice device) {}

    /** A device was taken back: the broker keeps its state no longer. */
    default void onRemoved(HomieDevice device) {}

    /** A device's state has become another; the text is the device's own. */
    default void onState(HomieDevice device, String state) {}

    /** A device is gone without a word, itself or with the root on whose connection it is. Comes after {@link #onState}. */
    default void onLost(HomieDevice device) {}

    /** A property has a value; also one that is not new. */
    default void onValue(HomieDevice device, HomieNode node, HomieProperty property, String value) {}

    /** Version 5: a device has accepted a command. */
    default void onTarget(HomieDevice device, HomieNode node, HomieProperty property, String target) {}

    /**
     * Version 5: an alert was raised or changed, or taken back.
     *
     * @param text empty when it was taken back
     */
    default void onAlert(HomieDevice device, String alert, Optional<String> text) {}

    /** Version 5: a line of a device's log. */
    default void onLog(HomieDevice device, String level, String text) {}
}
