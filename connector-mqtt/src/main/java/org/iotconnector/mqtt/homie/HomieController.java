package org.iotconnector.mqtt.homie;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.mqtt.homie.internal.HomieTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the Homie devices on a broker, whatever their version, follows them and sets their properties. It uses an MQTT
 * session and leaves it open. Thread-safe; nothing blocks.
 *
 * <p>A device that was removed while the session was not connected stays in {@link #devices}, since a broker says nothing
 * of what it no longer keeps.
 */
public final class HomieController implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.mqtt.homie");
    /** On a public broker anybody may add devices; this many are more than a house has. */
    private static final int MOST_DEVICES = 1_000;

    private final MqttSession session;
    private final SerialEvents events;
    private final Map<String, DeviceTree> trees = new LinkedHashMap<>();
    private final Map<String, SubscriptionHandle> handles = new LinkedHashMap<>();
    private SubscriptionHandle discovery;
    private boolean closed;

    @SuppressWarnings("NullAway.Init") // Set by open, before anybody has the controller.
    private HomieController(MqttSession session, HomieListener listener) {
        this.session = session;
        this.events = new SerialEvents(listener, LOG);
    }

    /** Follows the devices below {@code homie}. */
    public static HomieController open(MqttSession session, HomieListener listener) {
        return open(session, "homie", listener);
    }

    /**
     * Follows the devices below {@code domain}.
     *
     * @param domain the first level of their topics; {@code +} for every one
     */
    public static HomieController open(MqttSession session, String domain, HomieListener listener) {
        HomieController controller = new HomieController(session, listener);
        Set<TopicFilter> filters = new LinkedHashSet<>();
        for (HomieVersion version : HomieVersion.values()) {
            filters.add(HomieTopics.discovery(version, domain));
        }
        synchronized (controller) {
            controller.discovery = session.subscribe(
                    filters.stream().map(filter -> subscription(filter)).toList(), controller::onDiscovery);
        }
        return controller;
    }

    private static Subscription subscription(TopicFilter filter) {
        return new Subscription(filter, QualityOfService.AT_LEAST_ONCE);
    }

    /** Every device that has described itself completely, in the order found. */
    public synchronized List<HomieDevice> devices() {
        return trees.values().stream()
                .map(DeviceTree::device)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The device of that id; of several in different domains or versions the first found. */
    public synchronized Optional<HomieDevice> device(String id) {
        return devices().stream().filter(device -> device.id().equals(id)).findFirst();
    }

    /**
     * Whether a device is lost: its own state says so, or in version 5 that of its root.
     */
    public synchronized boolean isLost(HomieDevice device) {
        DeviceTree tree = trees.get(new HomieTopics(device.version(), device.domain(), device.id()).root());
        if (tree == null) {
            return true;
        }
        return tree.isLost()
                || tree.rootDevice()
                        .flatMap(root -> sibling(tree, root))
                        .filter(DeviceTree::isLost)
                        .isPresent();
    }

    private Optional<DeviceTree> sibling(DeviceTree tree, String id) {
        return Optional.ofNullable(trees.get(new HomieTopics(tree.version, tree.domain, id).root()));
    }

    private void onDiscovery(Message message) {
        String topic = message.topic().text();
        String[] levels = topic.split("/", -1);
        if (message.payload().length() == 0) {
            return;
        }
        Optional<HomieVersion> version = levels.length == 4 && levels[1].equals("5")
                ? Optional.of(HomieVersion.V5)
                : HomieVersion.find(message.text()).filter(found -> levels.length == 3 && found != HomieVersion.V5);
        String id = levels[levels.length - 2];
        if (version.isEmpty() || id.isEmpty() || id.startsWith("$")) {
            return;
        }
        follow(new DeviceTree(version.get(), levels[0], id));
    }

    private synchronized void follow(DeviceTree tree) {
        String root = tree.root();
        if (closed || trees.containsKey(root)) {
            return;
        }
        if (trees.size() >= MOST_DEVICES) {
            LOG.warn("There are more than {} Homie devices; {} is not followed.", MOST_DEVICES, root);
            return;
        }
        trees.put(root, tree);
        handles.put(
                root,
                session.subscribe(
                        List.of(subscription(TopicFilter.of(root + "/#"))), message -> onMessage(root, tree, message)));
    }

    private void onMessage(String root, DeviceTree tree, Message message) {
        String topic = message.topic().text();
        if (topic.length() <= root.length()) {
            return;
        }
        synchronized (this) {
            if (trees.get(root) != tree) {
                return;
            }
            boolean lostBefore = tree.isLost();
            boolean knownBefore = tree.device().isPresent();
            events.add(tree.accept(topic.substring(root.length() + 1), message));
            if (tree.isRemoved()) {
                trees.remove(root);
                Optional.ofNullable(handles.remove(root)).ifPresent(SubscriptionHandle::close);
            } else if (tree.isLost() && !lostBefore && knownBefore) {
                events.add(lost(tree));
            }
        }
        events.deliver();
    }

    /** With a root of version 5 all are lost that use its connection. */
    private List<Consumer<HomieListener>> lost(DeviceTree tree) {
        List<Consumer<HomieListener>> all = new ArrayList<>();
        tree.device().ifPresent(device -> all.add(listener -> listener.onLost(device)));
        for (DeviceTree other : trees.values()) {
            boolean child = other != tree
                    && other.version == tree.version
                    && other.domain.equals(tree.domain)
                    && other.rootDevice().filter(tree.id::equals).isPresent();
            if (child && !other.isLost()) {
                other.device().ifPresent(device -> all.add(listener -> listener.onLost(device)));
            }
        }
        return all;
    }

    /**
     * Sets a property and waits for the device to take it: in version 5 for {@code $target} to show the command, where the
     * device has that; else for the next value.
     *
     * @param payload the value as the convention writes it, such as {@code true} or {@code 21.5}
     * @return completes exceptionally with {@link MappingException} if there is no such property, it cannot be set, or the
     *     value does not fit its data type and format; with {@link org.iotconnector.core.ReplyTimeoutException} if
     *     the device does not take it within {@code timeout}
     */
    public CompletableFuture<HomieSetResult> set(
            String device, String node, String property, String payload, Duration timeout) {
        try {
            HomieDevice found = device(device)
                    .orElseThrow(() -> new MappingException(device, "No such device was found on this broker."));
            return HomieCommand.of(found, node, property, payload).send(session, timeout);
        } catch (MappingException wrong) {
            return CompletableFuture.failedFuture(wrong);
        }
    }

    /** Stops following; the session stays. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        discovery.close();
        handles.values().forEach(SubscriptionHandle::close);
        handles.clear();
        trees.clear();
    }
}
