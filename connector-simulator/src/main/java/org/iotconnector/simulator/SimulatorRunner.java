package org.iotconnector.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** A simulator as a command runs it: from a file or the demo set, with what to print when it is ready. */
public final class SimulatorRunner implements AutoCloseable {
    private static final int DEMO_MQTT_PORT = 1883;
    private static final int DEMO_MQTTS_PORT = 8883;
    private static final int DEMO_ONENET_MQTT_PORT = 1884;
    private static final int DEMO_ONENET_MQTTS_PORT = 8884;
    private static final int DEMO_ONENET_HTTP_PORT = 8082;
    private static final int DEMO_ADAFRUIT_MQTT_PORT = 1885;
    private static final int DEMO_ADAFRUIT_MQTTS_PORT = 8885;
    private static final int DEMO_ADAFRUIT_HTTP_PORT = 8083;
    private static final int DEMO_EASYIOT_MQTT_PORT = 1886;
    private static final int DEMO_SIOT_MQTT_PORT = 1887;
    private static final int DEMO_SIOT_HTTP_PORT = 8085;
    private static final int DEMO_BROKER_MQTT_PORT = 1888;
    private static final int DEMO_BROKER_MQTTS_PORT = 8888;
    private static final int DEMO_CONSOLE_PORT = 8080;

    private final Simulator simulator;
    private final @Nullable Path caFile;

    private SimulatorRunner(Simulator simulator, @Nullable Path caFile) {
        this.simulator = simulator;
        this.caFile = caFile;
    }

    /**
     * Starts a simulator.
     *
     * @param configuration YAML file; null for the demo set: Aliyun with MQTT on 1883 and 8883 (TLS), OneNET with MQTT on
     *     1884 and 8884 (TLS) and HTTP on 8082, Adafruit IO with MQTT on 1885 and 8885 (TLS) and HTTP on 8083,
     *     Easy IoT with MQTT on 1886, SIoT with MQTT on 1887 and HTTP on 8085, a general broker with MQTT on 1888 and 8888
     *     (TLS), the console on 8080
     * @param caFile where to write the CA certificate; null for nowhere
     * @throws SimulatorConfigurationException if the file is wrong, a port is taken, or {@code caFile} cannot be written
     */
    public static SimulatorRunner start(@Nullable Path configuration, @Nullable Path caFile) {
        return start(configuration == null ? demo() : Simulator.load(configuration), caFile);
    }

    /** As {@link #start(Path, Path)} for settings made in code. */
    public static SimulatorRunner start(SimulatorBuilder settings, @Nullable Path caFile) {
        Simulator simulator = settings.start();
        if (caFile != null) {
            try {
                simulator.writeCaCertificate(caFile);
            } catch (SimulatorConfigurationException unwritable) {
                simulator.close();
                throw unwritable;
            }
        }
        return new SimulatorRunner(simulator, caFile);
    }

    /** The running simulator. */
    public Simulator simulator() {
        return simulator;
    }

    /** All addresses. */
    public List<Endpoint> endpoints() {
        return simulator.endpoints();
    }

    /** What the configuration asks for and this version does not have, a sentence each; empty for most. */
    public List<String> notices() {
        return simulator.notices();
    }

    /** One line per address, name and URI, and then {@code ready}. */
    public List<String> readyLines() {
        List<String> lines = new ArrayList<>();
        endpoints().forEach(endpoint -> lines.add(endpoint.name() + " " + endpoint.uri()));
        lines.add("ready");
        return List.copyOf(lines);
    }

    /** One line of JSON: {@code {"ready":true,"endpoints":[{"name":…,"uri":…}],"notices":[…],"caFile":…}}, the last two only if there are any. */
    public String readyJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ready", true);
        json.put(
                "endpoints",
                endpoints().stream()
                        .map(endpoint -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("name", endpoint.name());
                            entry.put("uri", endpoint.uri().toString());
                            return entry;
                        })
                        .toList());
        if (!simulator.notices().isEmpty()) {
            json.put("notices", simulator.notices());
        }
        if (caFile != null) {
            json.put("caFile", caFile.toString());
        }
        return Json.text(json);
    }

    /** Stops the simulator. */
    @Override
    public void close() {
        simulator.close();
    }

    private static SimulatorBuilder demo() {
        return Simulator.builder()
                .demoAliyun(settings ->
                        settings.listen(Transport.TCP, DEMO_MQTT_PORT).listen(Transport.TLS, DEMO_MQTTS_PORT))
                .demoOneNet(settings -> settings.listen(Transport.TCP, DEMO_ONENET_MQTT_PORT)
                        .listen(Transport.TLS, DEMO_ONENET_MQTTS_PORT)
                        .http(DEMO_ONENET_HTTP_PORT))
                .demoAdafruit(settings -> settings.listen(Transport.TCP, DEMO_ADAFRUIT_MQTT_PORT)
                        .listen(Transport.TLS, DEMO_ADAFRUIT_MQTTS_PORT)
                        .http(DEMO_ADAFRUIT_HTTP_PORT))
                .demoEasyIot(settings -> settings.listen(Transport.TCP, DEMO_EASYIOT_MQTT_PORT))
                .demoSiot(settings ->
                        settings.listen(Transport.TCP, DEMO_SIOT_MQTT_PORT).http(DEMO_SIOT_HTTP_PORT))
                .demoMqtt(settings -> settings.listen(Transport.TCP, DEMO_BROKER_MQTT_PORT)
                        .listen(Transport.TLS, DEMO_BROKER_MQTTS_PORT))
                .console(DEMO_CONSOLE_PORT);
    }
}
