package org.iotconnector.onenet;

/** How a product's devices write their messages; chosen when the product is made, and shown on its page. */
public enum DataProtocol {
    /** The thing model: properties, events and services as JSON. */
    ONEJSON,
    /** Bytes of the device's own, which a script on the platform translates; called pass-through or custom. */
    RAW,
    /** Data points in named streams, and commands as bytes. */
    DATASTREAM
}
