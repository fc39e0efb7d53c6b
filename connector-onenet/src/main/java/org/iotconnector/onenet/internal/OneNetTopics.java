package org.iotconnector.onenet.internal;

import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.TopicName;

/**
 * Every topic of one device. A path is what follows {@code $sys/{productId}/{deviceName}/}. The platform answers on a
 * request's path and {@code /reply}, a device on the path and {@code _reply}. OneNET, "Thing model topics", "Gateway and
 * sub-devices", "Pass-through" and "Data point topics", read 2026-11.
 */
final class OneNetTopics {
    static final String PROPERTY_POST = "thing/property/post";
    static final String PROPERTY_SET = "thing/property/set";
    static final String PROPERTY_GET = "thing/property/get";
    static final String DESIRED_GET = "thing/property/desired/get";
    static final String DESIRED_DELETE = "thing/property/desired/delete";
    static final String EVENT_POST = "thing/event/post";
    static final String PACK_POST = "thing/pack/post";
    static final String HISTORY_POST = "thing/history/post";

    static final String SUB_LOGIN = "thing/sub/login";
    static final String SUB_LOGOUT = "thing/sub/logout";
    static final String SUB_PROPERTY_GET = "thing/sub/property/get";
    static final String SUB_PROPERTY_SET = "thing/sub/property/set";
    static final String SUB_SERVICE_INVOKE = "thing/sub/service/invoke";
    static final String TOPO_ADD = "thing/sub/topo/add";
    static final String TOPO_DELETE = "thing/sub/topo/delete";
    static final String TOPO_GET = "thing/sub/topo/get";
    /** What a gateway says once it has taken over the topology it asked for. */
    static final String TOPO_GET_RESULT = "thing/sub/topo/get/result";

    static final String TOPO_CHANGE = "thing/sub/topo/change";

    static final String OTA_INFORM = "ota/inform";

    /** The platform's own spelling. */
    static final String RAW_UP = "custome/up";

    static final String RAW_DOWN = "custome/down/";
    static final String RAW_DOWN_REPLY = "custome/down_reply/";

    static final String DATA_POINTS_POST = "dp/post/json";
    static final String COMMAND_REQUEST = "cmd/request/";
    static final String COMMAND_RESPONSE = "cmd/response/";

    static final String IMAGE_UPDATE = "image/update";
    static final String IMAGE_GET = "image/get";
    static final String ACCEPTED = "/accepted";
    static final String REJECTED = "/rejected";

    private static final String THING = "thing/";
    private static final String SERVICE = "thing/service/";
    private static final String INVOKE = "/invoke";
    private static final String REPLY = "/reply";
    private static final String ANSWER = "_reply";

    private static final Map<String, Kind> REQUESTS = Map.of(
            PROPERTY_SET, Kind.PROPERTY_SET,
            PROPERTY_GET, Kind.PROPERTY_GET,
            SUB_PROPERTY_SET, Kind.SUB_PROPERTY_SET,
            SUB_PROPERTY_GET, Kind.SUB_PROPERTY_GET,
            SUB_SERVICE_INVOKE, Kind.SUB_SERVICE);

    private final String root;

    OneNetTopics(String productId, String deviceName) {
        this.root = "$sys/" + productId + "/" + deviceName + "/";
    }

    /** What a received topic is for. */
    enum Kind {
        /** The answer to a request of ours. */
        REPLY,
        /** The answer to the one request whose data has a meaning of its own. */
        DESIRED_REPLY,
        PROPERTY_SET,
        PROPERTY_GET,
        SERVICE,
        /** The same three, sent to a gateway for one of its sub-devices. */
        SUB_PROPERTY_SET,
        SUB_PROPERTY_GET,
        SUB_SERVICE
    }

    /**
     * A received topic understood.
     *
     * @param kind what it is for
     * @param subject the path of the request that a reply answers, or the service's identifier; else empty
     * @param answer the topic of the answer; empty if none is due
     */
    record Route(Kind kind, String subject, String answer) {}

    static String service(String service) {
        return SERVICE + level(service) + INVOKE;
    }

    /** Where the platform answers a request of ours. */
    static String reply(String path) {
        return path + REPLY;
    }

    /** Where a device answers a request of the platform. */
    static String answer(String path) {
        return path + ANSWER;
    }

    /** What a request and its answer have in common, such as {@code property/post#17} or {@code sub/login#17}. */
    static String replyKey(String path, String id) {
        return (path.startsWith(THING) ? path.substring(THING.length()) : path) + "#" + id;
    }

    /** The whole topic of a path. */
    String of(String path) {
        return root + path;
    }

    /** The path of a topic; empty if it is not this device's. */
    Optional<String> path(TopicName topic) {
        String text = topic.text();
        return text.startsWith(root) ? Optional.of(text.substring(root.length())) : Optional.empty();
    }

    /** What a topic under {@code thing/} is for; empty if it is none of this device's handled here. */
    Optional<Route> route(TopicName topic) {
        return path(topic).filter(path -> path.startsWith(THING)).flatMap(this::route);
    }

    private Optional<Route> route(String path) {
        if (path.endsWith(REPLY)) {
            String request = path.substring(0, path.length() - REPLY.length());
            Kind kind = request.equals(DESIRED_GET) ? Kind.DESIRED_REPLY : Kind.REPLY;
            return Optional.of(new Route(kind, request, ""));
        }
        Kind kind = REQUESTS.get(path);
        if (kind != null) {
            return Optional.of(new Route(kind, "", of(answer(path))));
        }
        return serviceOf(path).map(service -> new Route(Kind.SERVICE, service, of(answer(path))));
    }

    private static Optional<String> serviceOf(String path) {
        if (!path.startsWith(SERVICE)
                || !path.endsWith(INVOKE)
                || path.length() <= SERVICE.length() + INVOKE.length()) {
            return Optional.empty();
        }
        String service = path.substring(SERVICE.length(), path.length() - INVOKE.length());
        return service.indexOf('/') < 0 ? Optional.of(service) : Optional.empty();
    }

    /** What stands for the one level after {@code prefix}, if {@code path} is just that. */
    static Optional<String> levelAfter(String prefix, String path) {
        boolean oneMore =
                path.startsWith(prefix) && path.length() > prefix.length() && path.indexOf('/', prefix.length()) < 0;
        return oneMore ? Optional.of(path.substring(prefix.length())) : Optional.empty();
    }

    /** An identifier becomes one level of a topic, and must not reach beyond it. */
    private static String level(String identifier) {
        for (int i = 0; i < identifier.length(); i++) {
            char c = identifier.charAt(i);
            if (c == '/' || c == '+' || c == '#') {
                throw new MappingException(
                        identifier,
                        "must not hold '" + c + "' (index " + i + "): a service's identifier is one level of a topic.");
            }
        }
        return identifier;
    }
}
