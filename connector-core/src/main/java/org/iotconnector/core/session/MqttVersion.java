package org.iotconnector.core.session;

/** The protocol versions a session can speak. Version 3.1 is not among them: its limits only cause trouble today. */
public enum MqttVersion {
    /** MQTT 3.1.1, OASIS standard of 2014; what every platform here understands. */
    V3_1_1,
    /** MQTT 5.0, OASIS standard of 2019. */
    V5
}
