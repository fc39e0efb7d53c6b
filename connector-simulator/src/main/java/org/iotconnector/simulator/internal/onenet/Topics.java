package org.iotconnector.simulator.internal.onenet;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.iotconnector.simulator.onenet.DataProtocol;

/** The topics of the platform, all below {@code $sys/{pid}/{dev}/}. OneNET Studio, "Device topics", read 2026-11. */
final class Topics {
    static final String REPLY = "/reply";
    static final String CMD_REQUEST = "cmd/request/";
    static final String CMD_RESPONSE = "cmd/response/";
    static final String RAW_UP = "custome/up";
    static final String RAW_DOWN = "custome/down/";
    static final String RAW_DOWN_REPLY = "custome/down_reply/";
    static final String OTA_INFORM = "ota/inform";
    static final String OTA_INFORM_REPLY = "ota/inform_reply";
    static final String SERVICE = "thing/service/";
    static final String INVOKE_REPLY = "/invoke_reply";

    private static final int MAX_LEVELS = 8;
    private static final int MAX_FILTER_BYTES = 512;
    private static final int FIRST_WILDCARD_LEVEL = 3;
    /** A dollar sign may also lead a level below, for services of the system such as {@code $SyncGetFile}. */
    private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z0-9_-]*(/\\$?[A-Za-z0-9_-]*)*");

    private static final Pattern FILTER = Pattern.compile("[A-Za-z0-9/+#_$-]+");

    /** What a thing-model device publishes to, beside replies to services. */
    private static final Set<String> THING = Set.of(
            "thing/property/post",
            "thing/property/set_reply",
            "thing/property/get_reply",
            "thing/property/desired/get",
            "thing/property/desired/delete",
            "thing/event/post",
            "thing/pack/post",
            "thing/history/post",
            "thing/sub/login",
            "thing/sub/logout",
            "thing/sub/property/get_reply",
            "thing/sub/property/set_reply",
            "thing/sub/service/invoke_reply",
            "thing/sub/topo/add",
            "thing/sub/topo/delete",
            "thing/sub/topo/get",
            "thing/sub/topo/get/result",
            "thing/sub/topo/change_reply",
            "cmp/property/post");

    private static final Set<String> DATA_STREAM = Set.of("dp/post/json", "image/update", "image/get");

    private Topics() {}

    static String of(DeviceState device, String path) {
        return "$sys/" + device.identity() + "/" + path;
    }

    /** What follows the device's own prefix; empty if the topic is not one of the device. */
    static Optional<String> path(DeviceState device, String topic) {
        String prefix = of(device, "");
        return topic.startsWith(prefix) ? Optional.of(topic.substring(prefix.length())) : Optional.empty();
    }

    /** Whether the device may publish to it: a topic that exists for its product, within depth and characters. */
    static boolean isPublishable(DeviceState device, String topic) {
        return NAME.matcher(topic).matches()
                && topic.chars().filter(c -> c == '/').count() < MAX_LEVELS
                && path(device, topic)
                        .filter(path -> exists(device.product().dataProtocol(), path))
                        .isPresent();
    }

    private static boolean exists(DataProtocol protocol, String path) {
        if (path.equals(OTA_INFORM_REPLY)) {
            return true;
        }
        return switch (protocol) {
            case ONEJSON -> THING.contains(path) || (path.startsWith(SERVICE) && path.endsWith(INVOKE_REPLY));
            case RAW -> path.equals(RAW_UP) || path.startsWith(RAW_DOWN_REPLY);
            case DATASTREAM -> DATA_STREAM.contains(path) || path.startsWith(CMD_RESPONSE);
        };
    }

    /** Whether the device may subscribe with it: its own topics, wildcards from the fourth level on. */
    static boolean isSubscribable(DeviceState device, String filter) {
        if (!FILTER.matcher(filter).matches() || filter.getBytes(StandardCharsets.UTF_8).length > MAX_FILTER_BYTES) {
            return false;
        }
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < Math.min(FIRST_WILDCARD_LEVEL, levels.length); i++) {
            if (levels[i].equals("+") || levels[i].equals("#")) {
                return false;
            }
        }
        return path(device, filter)
                .filter(path -> device.product().dataProtocol() != DataProtocol.ONEJSON || !path.startsWith("cmd/"))
                .isPresent();
    }
}
