package org.iotconnector.simulator.internal.onenet.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A thing model, every map in the order of its file.
 *
 * @param properties by property identifier
 * @param events by event identifier
 * @param services by service identifier
 */
public record ThingModel(Map<String, Property> properties, Map<String, Event> events, Map<String, Service> services) {

    /**
     * A property.
     *
     * @param name its display name
     * @param writable whether applications may set it
     * @param type its type
     */
    public record Property(String name, boolean writable, DataType type) {}

    /**
     * An event.
     *
     * @param name its display name
     * @param eventType {@code info}, {@code alert} or {@code error}
     * @param outputs types by output identifier
     */
    public record Event(String name, String eventType, Map<String, DataType> outputs) {}

    /**
     * A service.
     *
     * @param name its display name
     * @param synchronous whether the caller waits for the answer
     * @param inputs types by input identifier
     * @param outputs types by output identifier
     */
    public record Service(
            String name, boolean synchronous, Map<String, DataType> inputs, Map<String, DataType> outputs) {}

    /** Copies the maps. */
    public ThingModel {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }
}
