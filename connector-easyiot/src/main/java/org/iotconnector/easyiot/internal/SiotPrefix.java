package org.iotconnector.easyiot.internal;

/** SIoT V1's mark of a message that is delivered but not stored. SIoT manual, "Sending messages", read 2026-11. */
public final class SiotPrefix {
    public static final String UNSTORED = "->";

    private SiotPrefix() {}

    /** The text without the mark; a server may have removed it already. */
    public static String remove(String text) {
        return text.startsWith(UNSTORED) ? text.substring(UNSTORED.length()) : text;
    }
}
