package org.iotconnector.easyiot;

import org.iotconnector.core.session.Endpoint;

/** The servers of Easy IoT. Each site has accounts of its own. DFRobot libraries and wiki, read 2026-11. */
public enum EasyIotHost {
    /** The site for China. */
    CN("iot.dfrobot.com.cn"),
    /** The international site. */
    GLOBAL("iot.dfrobot.com"),
    /** The address of the site for China, for networks without DNS; older libraries hold it. */
    CN_ADDRESS("182.254.130.180");

    private static final int PORT = 1883;

    private final String host;

    EasyIotHost(String host) {
        this.host = host;
    }

    /** Where it listens; plain TCP, there is no other. */
    public Endpoint endpoint() {
        return Endpoint.of(Endpoint.Transport.TCP, host, PORT);
    }
}
