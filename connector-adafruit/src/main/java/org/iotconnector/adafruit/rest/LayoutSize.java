package org.iotconnector.adafruit.rest;

import java.util.Locale;

/** A size of screen for which a dashboard has its own arrangement. */
public enum LayoutSize {
    /** The widest. */
    XL,
    LG,
    MD,
    SM,
    /** The narrowest. */
    XS;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
