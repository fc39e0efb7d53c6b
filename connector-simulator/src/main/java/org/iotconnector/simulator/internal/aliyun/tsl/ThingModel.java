package org.iotconnector.simulator.internal.aliyun.tsl;

import java.util.Map;

/**
 * A thing model; identifiers of custom modules carry the module in front, {@code module:identifier}.
 *
 * @param properties types by property identifier
 * @param events output types by event identifier
 * @param services by service identifier, without the generated {@code set} and {@code get}
 */
public record ThingModel(
        Map<String, DataType> properties, Map<String, Map<String, DataType>> events, Map<String, Service> services) {

    /**
     * A service.
     *
     * @param synchronous whether the caller waits for the answer
     * @param inputs types by input identifier
     */
    public record Service(boolean synchronous, Map<String, DataType> inputs) {}

    /** Copies the maps. */
    public ThingModel {
        properties = Map.copyOf(properties);
        events = Map.copyOf(events);
        services = Map.copyOf(services);
    }
}
