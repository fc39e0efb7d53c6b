package org.iotconnector.mqtt;

/** How the members of an enumeration are written; both are read. */
public enum EnumerationForm {
    /** By number, as the thing model has it. */
    NUMBER,
    /** By label. */
    LABEL
}
