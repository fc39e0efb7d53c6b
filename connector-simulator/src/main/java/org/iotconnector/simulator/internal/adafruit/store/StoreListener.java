package org.iotconnector.simulator.internal.adafruit.store;

/** Hears what happens in the store. Called on the loop thread, after the fact; must not block. */
public interface StoreListener {

    /** Values were stored. */
    void stored(StoredValues values);

    /** The account is told to slow down. */
    void throttled(Account account, String text);

    /** The account is told what was refused. */
    void refused(Account account, String text);

    /** The account was banned; {@link #refused} tells it so beforehand. */
    void banned(Account account);
}
