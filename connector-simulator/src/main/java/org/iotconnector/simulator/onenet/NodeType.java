package org.iotconnector.simulator.onenet;

/** What devices of a product are in a network. */
public enum NodeType {
    /** Connects itself and speaks for nobody else. */
    DIRECT,
    /** Connects itself and speaks for the sub-devices bound to it. */
    GATEWAY,
    /** Is spoken for by a gateway. */
    SUB_DEVICE
}
