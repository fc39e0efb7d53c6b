package org.iotconnector.simulator.easyiot;

import java.util.List;

/** One account as its owner sees it on the site. Implemented by the simulator only, so it may grow. Thread-safe. */
public interface EasyIotAccount {

    /** The user name of MQTT, {@code Iot_id} on the site. */
    String iotId();

    /** The password of MQTT, {@code Iot_pwd} on the site. */
    String password();

    /** Makes a new password of 9 random characters; the old one is dead at once, connections stay. */
    String regeneratePassword();

    /** Makes a device, with a new random topic of 9 characters. */
    EasyIotDevice createDevice(String name);

    /** Its devices, oldest first. */
    List<EasyIotDevice> devices();

    /**
     * The device of this topic.
     *
     * @throws IllegalArgumentException if the account has none; the message names those it has
     */
    EasyIotDevice device(String topic);

    /** Messages stored of all its devices. */
    int storedMessages();

    /** A token of a login to the site now, for the message search; it holds for 48 hours of the simulator's clock. */
    String siteToken();
}
