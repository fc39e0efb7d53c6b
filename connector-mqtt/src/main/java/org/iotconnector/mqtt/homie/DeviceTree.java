package org.iotconnector.mqtt.homie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.iotconnector.core.session.Message;
import org.iotconnector.mqtt.homie.internal.HomieTopics;
import org.jspecify.annotations.Nullable;

/** What a controller knows of one device, piece by piece. Confined to one thread at a time. */
final class DeviceTree {
    /** A device that says more is broken or hostile. */
    private static final int MOST_PIECES = 10_000;

    final HomieVersion version;
    final String domain;
    final String id;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, String> alerts = new LinkedHashMap<>();
    private @Nullable String state;
    private @Nullable DeviceShape described;
    private @Nullable DeviceShape shown;
    private boolean removed;

    DeviceTree(HomieVersion version, String domain, String id) {
        this.version = version;
        this.domain = domain;
        this.id = id;
    }

    String root() {
        return new HomieTopics(version, domain, id).root();
    }

    boolean isRemoved() {
        return removed;
    }

    boolean isLost() {
        return HomieState.LOST.text().equals(state);
    }

    /** Version 5: the device on whose connection this one is. */
    Optional<String> rootDevice() {
        return Optional.ofNullable(shown).flatMap(DeviceShape::root);
    }

    /** The device as it is now; empty until all of what describes it is there. */
    Optional<HomieDevice> device() {
        DeviceShape shape = shown;
        String now = state;
        if (shape == null || now == null) {
            return Optional.empty();
        }
        List<HomieNode> nodes = shape.nodes().stream().map(this::filled).toList();
        Map<String, String> own = new LinkedHashMap<>();
        attributes.forEach((path, text) -> {
            if (path.startsWith("$")) {
                own.put(path, text);
            }
        });
        return Optional.of(new HomieDevice(version, domain, id, now, shape, nodes, alerts, own));
    }

    private HomieNode filled(HomieNode node) {
        return new HomieNode(
                node.id(),
                node.name(),
                node.type(),
                node.properties().stream()
                        .map(property -> {
                            String path = node.id() + "/" + property.id();
                            return property.with(
                                    Optional.ofNullable(values.get(path)), Optional.ofNullable(targets.get(path)));
                        })
                        .toList());
    }

    /** Takes a message below the device's root; gives what it means for listeners. */
    List<Consumer<HomieListener>> accept(String path, Message message) {
        if (pieces() > MOST_PIECES || path.endsWith("/" + HomieTopics.SET)) {
            return List.of();
        }
        boolean isState = path.equals(HomieTopics.STATE) || (version != HomieVersion.V5 && path.equals("$homie"));
        if (isState && message.payload().length() == 0) {
            return remove();
        }
        if (path.equals(HomieTopics.STATE)) {
            return state(message.text());
        }
        return version == HomieVersion.V5 ? acceptNewest(path, message) : acceptOlder(path, message);
    }

    private int pieces() {
        return attributes.size() + values.size() + targets.size() + alerts.size();
    }

    private List<Consumer<HomieListener>> remove() {
        removed = true;
        return device().map(device -> List.<Consumer<HomieListener>>of(listener -> listener.onRemoved(device)))
                .orElse(List.of());
    }

    private List<Consumer<HomieListener>> state(String text) {
        boolean changed = !text.equals(state);
        boolean known = device().isPresent();
        state = text;
        if (version != HomieVersion.V5) {
            attributes.put(HomieTopics.STATE, text);
        }
        List<Consumer<HomieListener>> events = new ArrayList<>(shape());
        if (known && changed) {
            device().ifPresent(device -> events.add(listener -> listener.onState(device, text)));
        }
        return events;
    }

    private List<Consumer<HomieListener>> acceptNewest(String path, Message message) {
        String[] levels = path.split("/", -1);
        if (path.equals(HomieTopics.DESCRIPTION)) {
            DescriptionReader.read(message.payload(), id).ifPresent(read -> described = read);
            return shape();
        }
        if (levels.length == 2 && levels[0].equals("$alert")) {
            return alert(levels[1], message.text());
        }
        if (levels.length == 2 && levels[0].equals("$log")) {
            // One that the broker kept is against the convention, and old.
            return message.retained()
                    ? List.of()
                    : tell((device, events) ->
                            events.add(listener -> listener.onLog(device, levels[1], message.text())));
        }
        if (levels.length == 3 && levels[2].equals(HomieTopics.TARGET)) {
            return target(levels[0] + "/" + levels[1], message);
        }
        return levels.length == 2 && !path.contains("$") ? value(path, message) : List.of();
    }

    private List<Consumer<HomieListener>> acceptOlder(String path, Message message) {
        if (path.contains("$")) {
            String text = message.text();
            String before = text.isEmpty() ? attributes.remove(path) : attributes.put(path, text);
            if (text.isEmpty() && path.endsWith("$nodes")) {
                attributes.put(path, text);
            }
            return text.equals(before) ? List.of() : shape();
        }
        return path.split("/", -1).length == 2 ? value(path, message) : List.of();
    }

    /** Looks whether the device is complete now, or another than before. */
    private List<Consumer<HomieListener>> shape() {
        Optional<DeviceShape> now = version == HomieVersion.V5
                ? Optional.ofNullable(described)
                : new AttributeReader(version, id, attributes).read();
        if (now.isEmpty() || state == null || now.get().equals(shown)) {
            return List.of();
        }
        boolean first = shown == null;
        shown = now.get();
        return tell((device, events) -> {
            if (!first) {
                events.add(listener -> listener.onChanged(device));
                return;
            }
            events.add(listener -> listener.onFound(device));
            // What came before the description was complete.
            device.nodes()
                    .forEach(node -> node.properties()
                            .forEach(property -> property.value()
                                    .ifPresent(value ->
                                            events.add(listener -> listener.onValue(device, node, property, value)))));
            device.alerts()
                    .forEach((alert, text) ->
                            events.add(listener -> listener.onAlert(device, alert, Optional.of(text))));
        });
    }

    private List<Consumer<HomieListener>> alert(String alert, String text) {
        if (text.isEmpty()) {
            alerts.remove(alert);
        } else {
            alerts.put(alert, text);
        }
        Optional<String> raised = text.isEmpty() ? Optional.empty() : Optional.of(text);
        return tell((device, events) -> events.add(listener -> listener.onAlert(device, alert, raised)));
    }

    private List<Consumer<HomieListener>> target(String path, Message message) {
        if (message.payload().length() == 0) {
            targets.remove(path);
            return List.of();
        }
        String text = message.text();
        targets.put(path, text);
        return tell((device, events) -> property(device, path)
                .ifPresent(at -> events.add(listener -> listener.onTarget(device, at.node, at.property, text))));
    }

    private List<Consumer<HomieListener>> value(String path, Message message) {
        if (message.payload().length() == 0 && version == HomieVersion.V5) {
            values.remove(path);
            return List.of();
        }
        // In version 5 an empty text is the byte 0, since an empty payload deletes.
        String text = version == HomieVersion.V5 && message.text().equals("\u0000") ? "" : message.text();
        values.put(path, text);
        return tell((device, events) -> property(device, path)
                .ifPresent(at -> events.add(listener -> listener.onValue(device, at.node, at.property, text))));
    }

    private interface Telling {
        void tell(HomieDevice device, List<Consumer<HomieListener>> events);
    }

    private List<Consumer<HomieListener>> tell(Telling telling) {
        List<Consumer<HomieListener>> events = new ArrayList<>(1);
        device().ifPresent(device -> telling.tell(device, events));
        return events;
    }

    private record Place(HomieNode node, HomieProperty property) {}

    private static Optional<Place> property(HomieDevice device, String path) {
        int slash = path.indexOf('/');
        return device.node(path.substring(0, slash))
                .flatMap(node -> node.property(path.substring(slash + 1)).map(property -> new Place(node, property)));
    }
}
