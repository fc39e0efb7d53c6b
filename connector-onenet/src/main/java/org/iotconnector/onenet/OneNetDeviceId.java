package org.iotconnector.onenet;

/**
 * A device as its platform names it.
 *
 * @param productId the device's product
 * @param deviceName its name in that product
 */
public record OneNetDeviceId(String productId, String deviceName) {
    /** Both, such as {@code Demo0Prod1/lamp-1}. */
    @Override
    public String toString() {
        return productId + "/" + deviceName;
    }
}
