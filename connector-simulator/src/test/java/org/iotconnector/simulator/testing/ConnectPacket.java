package org.iotconnector.simulator.testing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** CONNECT packets without credentials, which the clients of tests do not send. */
public final class ConnectPacket {
    private static final int CLEAN = 0x02;

    private ConnectPacket() {}

    /**
     * One packet, as hexadecimal.
     *
     * @param level 4 for MQTT 3.1.1, 5
     * @param clean clean session, or clean start
     */
    public static String anonymous(int level, String clientId, boolean clean) {
        String id = HexFormat.of().formatHex(clientId.getBytes(StandardCharsets.UTF_8));
        String properties = level >= 5 ? "00" : "";
        String body = "00044d515454" + String.format("%02x%02x", level, clean ? CLEAN : 0) + "003c" + properties
                + String.format("%04x", id.length() / 2) + id;
        return "10" + String.format("%02x", body.length() / 2) + body;
    }
}
