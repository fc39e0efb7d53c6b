package org.iotconnector.simulator.internal.aliyun;

import java.util.List;
import java.util.Optional;

/** Whose a topic is. Every topic form of the simulated platform is in this class or built from its constants. */
final class Topics {
    static final String PROPERTY_POST = "thing/event/property/post";
    static final String PROPERTY_BATCH_POST = "thing/event/property/batch/post";
    static final String PROPERTY_HISTORY_POST = "thing/event/property/history/post";
    static final String PROPERTY_SET = "thing/service/property/set";
    static final String DESIRED_GET = "thing/property/desired/get";
    static final String DESIRED_DELETE = "thing/property/desired/delete";
    static final String TAGS_UPDATE = "thing/deviceinfo/update";
    static final String TAGS_DELETE = "thing/deviceinfo/delete";
    static final String UP_RAW = "thing/model/up_raw";
    static final String DOWN_RAW = "thing/model/down_raw";
    static final String REPLY = "_reply";
    private static final String EVENT = "thing/event/";
    private static final String SERVICE = "thing/service/";
    private static final String POST = "/post";
    /** Topics that need no device in them: registration, X.509 identity, network probe, RRPC on custom topics. */
    private static final List<String> COMMON = List.of(
            "/ext/register", "/ext/regnwl", "/ext/auth/identity/response", "/ext/network/probe/+", "/ext/rrpc/#");

    private Topics() {}

    /** {@code /sys/{productKey}/{deviceName}/} and then {@code path}. */
    static String system(DeviceState device, String path) {
        return "/sys/" + device.identity() + "/" + path;
    }

    static String service(String identifier) {
        return SERVICE + identifier;
    }

    /** The part of a topic after {@code /sys/{productKey}/{deviceName}/}, for this device's topics. */
    static Optional<String> systemPath(DeviceState device, String topic) {
        String prefix = system(device, "");
        return topic.startsWith(prefix) ? Optional.of(topic.substring(prefix.length())) : Optional.empty();
    }

    /** The event in {@code thing/event/{event}/post}. */
    static Optional<String> event(String path) {
        boolean event = path.startsWith(EVENT) && path.endsWith(POST) && path.length() > EVENT.length() + POST.length();
        String identifier = event ? path.substring(EVENT.length(), path.length() - POST.length()) : "/";
        return identifier.contains("/") ? Optional.empty() : Optional.of(identifier);
    }

    /** The Alink method that belongs to a path. */
    static String method(String path) {
        return path.replace('/', '.');
    }

    /**
     * Whether a topic name or filter is this device's own: its product key and device name stand, literally, where that kind of topic
     * has them. Filters with wildcards in those places would reach other devices and are not.
     */
    static boolean isOwn(DeviceState device, String topic) {
        String own = device.identity();
        String[] levels = topic.split("/", -1);
        if (levels.length < 2 || !levels[0].isEmpty()) {
            return false;
        }
        return switch (levels[1]) {
            case "sys" -> at(levels, 2, own);
            case "ext" ->
                COMMON.contains(topic) || topic.startsWith("/ext/network/probe/") || isOwnExtension(levels, own);
            case "shadow" -> at(levels, 3, own);
            case "ota" -> at(levels, 4, own);
            case "broadcast" ->
                levels.length > 3 && levels[2].equals(device.product().productKey());
            default -> at(levels, 1, own);
        };
    }

    /** {@code /ext/{kind}/{pk}/{dn}…}, {@code /ext/rrpc/{id}/{pk}/{dn}…}, {@code /ext/rrpc/{id}/sys/{pk}/{dn}…}. */
    private static boolean isOwnExtension(String[] levels, String own) {
        if (levels.length > 2 && levels[2].equals("rrpc")) {
            return levels.length > 4 && (levels[4].equals("sys") ? at(levels, 5, own) : at(levels, 4, own));
        }
        return at(levels, 3, own);
    }

    private static boolean at(String[] levels, int index, String identity) {
        return levels.length > index + 1 && (levels[index] + "/" + levels[index + 1]).equals(identity);
    }

    /**
     * Whether a client with {@code _ss=1} gets this topic without subscription: the system topics of its own, except those that C SDK 4
     * subscribes itself.
     */
    static boolean isSystemPush(DeviceState device, String topic) {
        boolean system = topic.startsWith("/sys/")
                || topic.startsWith("/ext/")
                || topic.startsWith("/ota/")
                || topic.startsWith("/shadow/");
        boolean subscribedAnyway =
                topic.endsWith("/thing/file/download_reply") || topic.contains("/thing/file/upload/");
        return system && !subscribedAnyway && isOwn(device, topic);
    }
}
