package org.iotconnector.onenet;

import java.net.URI;
import org.iotconnector.core.session.Endpoint;

/**
 * Which generation of the platform a product belongs to; both speak one device protocol, on servers of their own. The
 * first generation, {@code mqtt.heclouds.com:6002}, speaks another and is no value here.
 */
public enum Generation {
    /** The present platform, since 2022, and the MQTT suite (2019 to 2021), whose servers it took over. */
    CURRENT("mqttstls.heclouds.com", "mqtts.heclouds.com", "https://iot-api.heclouds.com"),
    /** OneNET Studio, 2020 to 2022. */
    STUDIO("studio-mqtts.heclouds.com", "studio-mqtt.heclouds.com", "https://openapi.heclouds.com");

    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;

    private final String tlsHost;
    private final String plainHost;
    private final String api;

    Generation(String tlsHost, String plainHost, String api) {
        this.tlsHost = tlsHost;
        this.plainHost = plainHost;
        this.api = api;
    }

    /** Its MQTT server with TLS, port 8883. */
    public Endpoint tlsServer() {
        return Endpoint.of(Endpoint.Transport.TLS, tlsHost, TLS_PORT);
    }

    /** Its MQTT server without TLS, port 1883. */
    public Endpoint plainServer() {
        return Endpoint.of(Endpoint.Transport.TCP, plainHost, PLAIN_PORT);
    }

    /** Where its application API answers. */
    public URI api() {
        return URI.create(api);
    }
}
