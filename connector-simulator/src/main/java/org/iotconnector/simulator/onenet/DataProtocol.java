package org.iotconnector.simulator.onenet;

/** What devices of a product speak, which decides about the topics that exist. */
public enum DataProtocol {
    /** Thing model messages in OneJSON: {@code thing/…}. */
    ONEJSON,
    /** Bytes that the product's script converts: {@code custome/up} and {@code custome/down}. */
    RAW,
    /** Data streams, commands and device image: {@code dp/…}, {@code cmd/…}, {@code image/…}. */
    DATASTREAM
}
