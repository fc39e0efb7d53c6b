package org.iotconnector.core.spi;

/**
 * The numbers with which a device answers this platform.
 *
 * @param done the request was carried out
 * @param failed the device tried and failed
 * @param invalid the request itself is wrong: an unknown property, a value out of range, a service nobody offers
 */
public record ReplyCodes(int done, int failed, int invalid) {
    /** As in HTTP: 200, 500, 400. */
    public static final ReplyCodes HTTP_LIKE = new ReplyCodes(200, 500, 400);
}
