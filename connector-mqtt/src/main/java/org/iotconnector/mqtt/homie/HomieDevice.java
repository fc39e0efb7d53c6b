package org.iotconnector.mqtt.homie;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A device as a controller sees it at one moment. Immutable. */
public final class HomieDevice {
    private final HomieVersion version;
    private final String domain;
    private final String id;
    private final String state;
    private final DeviceShape shape;
    private final List<HomieNode> nodes;
    private final Map<String, String> alerts;
    private final Map<String, String> attributes;

    HomieDevice(
            HomieVersion version,
            String domain,
            String id,
            String state,
            DeviceShape shape,
            List<HomieNode> nodes,
            Map<String, String> alerts,
            Map<String, String> attributes) {
        this.version = version;
        this.domain = domain;
        this.id = id;
        this.state = state;
        this.shape = shape;
        this.nodes = List.copyOf(nodes);
        this.alerts = Collections.unmodifiableMap(new LinkedHashMap<>(alerts));
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The generation of the convention it keeps. */
    public HomieVersion version() {
        return version;
    }

    /** The version as the device writes it, such as {@code 4.0.0}. */
    public String versionText() {
        return shape.version();
    }

    /** The first level of its topics, mostly {@code homie}. */
    public String domain() {
        return domain;
    }

    public String id() {
        return id;
    }

    /** What people call it; its id if it gives none. */
    public String name() {
        return shape.name();
    }

    /** Its state as it says it, which may be one of its own, such as {@code ota}. That of a lost root is not seen here. */
    public String state() {
        return state;
    }

    /** Its state, if the convention knows it. */
    public Optional<HomieState> knownState() {
        return HomieState.of(state);
    }

    /** In the device's order. */
    public List<HomieNode> nodes() {
        return nodes;
    }

    /** The node of that id. */
    public Optional<HomieNode> node(String nodeId) {
        return nodes.stream().filter(each -> each.id().equals(nodeId)).findFirst();
    }

    /** The property of that id in that node. */
    public Optional<HomieProperty> property(String nodeId, String propertyId) {
        return node(nodeId).flatMap(node -> node.property(propertyId));
    }

    /** Version 5: the device on whose connection this one is; empty for one with its own. */
    public Optional<String> root() {
        return shape.root();
    }

    /** Version 5: the device above; empty for a root. */
    public Optional<String> parent() {
        return shape.parent().or(shape::root);
    }

    /** Version 5: the devices below. */
    public List<String> children() {
        return shape.children();
    }

    /** As the device lists them. */
    public List<String> extensions() {
        return shape.extensions();
    }

    /** Version 5: the alerts that are raised, id to text. */
    public Map<String, String> alerts() {
        return alerts;
    }

    /** Versions 3 and 4: every attribute of the device itself, such as {@code $localip} or {@code $stats/uptime}. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Id, version and state. */
    @Override
    public String toString() {
        return "HomieDevice[" + domain + "/" + id + " " + versionText() + " " + state + "]";
    }
}
