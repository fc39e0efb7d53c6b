package org.iotconnector.onenet.legacy;

/** How a command's payload is understood. The platform passes it on as it is and gives it no form. */
public enum CommandForm {
    /** What begins with <code>&#123;</code> is a JSON object of properties to set; anything else is a raw command. */
    JSON,
    /** Every command is raw. */
    RAW
}
