package org.iotconnector.onenet;

/**
 * What a token that is signed with the product key names as its resource. The documents let the product key sign for a
 * device; one report from the field says that only the product is taken.
 */
public enum TokenResource {
    /** {@code products/{productId}/devices/{deviceName}}. */
    DEVICE,
    /** {@code products/{productId}}. */
    PRODUCT
}
