package org.iotconnector.simulator.internal.onenet.legacy;

/**
 * A product.
 *
 * @param productId its number
 * @param apiKey lets every device of the product log in; empty for none
 * @param registerCode lets devices register; empty for never
 */
record ProductState(String productId, String apiKey, String registerCode) {
    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "ProductState[" + productId + "]";
    }
}
