package org.iotconnector.easyiot.siot;

/** Whether the server writes a message into its database, and so into its web page and charts. */
public enum SiotStore {
    /** Delivered and stored. On V1 a message as it is; on V2 QoS 1, the blocks' "send and save". */
    YES,
    /** Delivered only. On V1 a message that begins with {@code ->}; on V2 QoS 0, the blocks' "send". */
    NO
}
