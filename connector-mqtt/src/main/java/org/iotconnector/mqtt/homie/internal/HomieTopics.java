package org.iotconnector.mqtt.homie.internal;

import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.mqtt.homie.HomieVersion;

/** Every topic of the convention. Immutable. */
public final class HomieTopics {
    public static final String STATE = "$state";
    public static final String DESCRIPTION = "$description";
    public static final String TARGET = "$target";
    public static final String SET = "set";

    private final String root;
    private final String broadcast;

    /** The topics of one device. */
    public HomieTopics(HomieVersion version, String domain, String device) {
        this.root = base(version, domain) + "/" + device;
        this.broadcast = base(version, domain) + "/$broadcast";
    }

    private static String base(HomieVersion version, String domain) {
        return version == HomieVersion.V5 ? domain + "/5" : domain;
    }

    /** What to subscribe to find the devices of a version; {@code domain} may be {@code +} for all. */
    public static TopicFilter discovery(HomieVersion version, String domain) {
        return TopicFilter.of(version == HomieVersion.V5 ? domain + "/5/+/" + STATE : domain + "/+/$homie");
    }

    /** {@code homie/lamp} or {@code homie/5/lamp}. */
    public String root() {
        return root;
    }

    /** An attribute of the device, or of a node or property by a path of ids. */
    public TopicName attribute(String path) {
        return TopicName.of(root + "/" + path);
    }

    /** Where a property's values are. */
    public TopicName value(String node, String property) {
        return TopicName.of(root + "/" + node + "/" + property);
    }

    /** Where it is set. */
    public TopicName set(String node, String property) {
        return TopicName.of(root + "/" + node + "/" + property + "/" + SET);
    }

    /** Version 5: where the device says what it is going for. */
    public TopicName target(String node, String property) {
        return TopicName.of(root + "/" + node + "/" + property + "/" + TARGET);
    }

    /** What is said to all devices. */
    public TopicFilter broadcasts() {
        return TopicFilter.of(broadcast + "/#");
    }

    /** The level of a broadcast, which may have sublevels in version 5. */
    public String broadcastLevel(TopicName topic) {
        return topic.text().length() > broadcast.length() ? topic.text().substring(broadcast.length() + 1) : "";
    }
}
