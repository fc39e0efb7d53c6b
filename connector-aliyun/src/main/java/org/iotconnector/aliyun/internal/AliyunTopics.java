package org.iotconnector.aliyun.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.TopicName;

/**
 * Every system topic of one device. A path is what follows {@code /sys/{productKey}/{deviceName}/}. Aliyun IoT, "Device
 * properties, events and services", "Desired property values" and "RRPC", read 2026-11.
 */
final class AliyunTopics {
    static final String PROPERTY_POST = "thing/event/property/post";
    static final String BATCH_POST = "thing/event/property/batch/post";
    static final String HISTORY_POST = "thing/event/property/history/post";
    static final String DESIRED_GET = "thing/property/desired/get";
    static final String DESIRED_DELETE = "thing/property/desired/delete";
    static final String PROPERTY_SET = "thing/service/property/set";
    static final String PROPERTY_GET = "thing/service/property/get";
    static final String RAW_UP = "thing/model/up_raw";
    static final String RAW_DOWN = "thing/model/down_raw";
    static final String RRPC_REQUEST = "rrpc/request/";

    private static final String REPLY = "_reply";
    private static final String SERVICE = "thing/service/";
    private static final String RRPC_RESPONSE = "rrpc/response/";
    private static final String EXT_RRPC = "/ext/rrpc/";

    private static final Map<String, Kind> FIXED = Map.of(
            PROPERTY_SET,
            Kind.PROPERTY_SET,
            PROPERTY_GET,
            Kind.PROPERTY_GET,
            RAW_DOWN,
            Kind.RAW_COMMAND,
            RAW_UP + REPLY,
            Kind.RAW_REPORT_REPLY,
            BATCH_POST + REPLY,
            Kind.REPLY,
            HISTORY_POST + REPLY,
            Kind.REPLY,
            DESIRED_DELETE + REPLY,
            Kind.REPLY,
            DESIRED_GET + REPLY,
            Kind.DESIRED_REPLY);
    /** Properties too: to the topics they are the event "property". */
    private static final Pattern EVENT_REPLY = Pattern.compile("thing/event/[^/]+/post" + REPLY);

    private static final Pattern EXT = Pattern.compile(EXT_RRPC + "[^/]+(/sys/.+)", Pattern.DOTALL);

    private final String root;

    AliyunTopics(String productKey, String deviceName) {
        this.root = "/sys/" + productKey + "/" + deviceName + "/";
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
        /** Anything a caller of the cloud's API sends, often a service call. */
        RRPC,
        RAW_COMMAND,
        RAW_REPORT_REPLY
    }

    /**
     * A received topic understood.
     *
     * @param kind what it is for
     * @param subject the path of the request that a reply answers, or the service's identifier; else empty
     * @param answer the topic of the answer; empty if none is due
     * @param synchronous whether the caller waits on the line
     */
    record Route(Kind kind, String subject, String answer, boolean synchronous) {}

    static String eventPost(String event) {
        if (event.equals("property")) {
            throw new MappingException(event, "is no event: the platform's topics use that word for properties.");
        }
        return "thing/event/" + level(event) + "/post";
    }

    static String service(String service) {
        return SERVICE + level(service);
    }

    static String reply(String path) {
        return path + REPLY;
    }

    /** The Alink method that belongs to a path. */
    static String method(String path) {
        return path.replace('/', '.');
    }

    /** The service that an Alink method calls; empty for other methods. */
    static Optional<String> serviceOfMethod(String method) {
        String prefix = method(SERVICE);
        return method.startsWith(prefix) && method.length() > prefix.length()
                ? Optional.of(method.substring(prefix.length()))
                : Optional.empty();
    }

    /** What a request and its answer have in common. */
    static String replyKey(String path, String id) {
        return path + "#" + id;
    }

    /** Whether an answer on {@code topic} completes a synchronous call, which the platform carries with QoS 0. */
    boolean isRrpc(String topic) {
        return topic.startsWith(root + RRPC_RESPONSE) || topic.startsWith(EXT_RRPC);
    }

    /** The whole topic of a path. */
    String of(String path) {
        return root + path;
    }

    /** The filter for synchronous calls of {@code service} to devices that use custom-topic RRPC. */
    String extService(String service) {
        return EXT_RRPC + "+" + of(service(service));
    }

    /** What {@code topic} is for; empty if it is none of this device's system topics handled here. */
    Optional<Route> route(TopicName topic) {
        String text = topic.text();
        Matcher ext = EXT.matcher(text);
        if (!ext.matches()) {
            return routeSys(text);
        }
        // The answer to a call on an /ext topic goes to that same topic.
        return routeSys(ext.group(1))
                .filter(inner -> inner.kind() == Kind.SERVICE
                        || inner.kind() == Kind.PROPERTY_SET
                        || inner.kind() == Kind.PROPERTY_GET)
                .map(inner -> new Route(inner.kind(), inner.subject(), text, true));
    }

    private Optional<Route> routeSys(String topic) {
        if (!topic.startsWith(root)) {
            return Optional.empty();
        }
        String path = topic.substring(root.length());
        Kind kind = FIXED.get(path);
        if (kind == Kind.REPLY
                || kind == Kind.DESIRED_REPLY
                || EVENT_REPLY.matcher(path).matches()) {
            String request = path.substring(0, path.length() - REPLY.length());
            return Optional.of(new Route(kind == null ? Kind.REPLY : kind, request, "", false));
        }
        if (kind != null) {
            return Optional.of(new Route(kind, "", kind == Kind.RAW_REPORT_REPLY ? "" : topic + REPLY, false));
        }
        return routeCall(path, topic);
    }

    private Optional<Route> routeCall(String path, String topic) {
        if (isLevelAfter(SERVICE, path) && !path.endsWith(REPLY)) {
            return Optional.of(new Route(Kind.SERVICE, path.substring(SERVICE.length()), topic + REPLY, false));
        }
        if (isLevelAfter(RRPC_REQUEST, path)) {
            String answer = of(RRPC_RESPONSE + path.substring(RRPC_REQUEST.length()));
            return Optional.of(new Route(Kind.RRPC, "", answer, true));
        }
        return Optional.empty();
    }

    private static boolean isLevelAfter(String prefix, String path) {
        return path.startsWith(prefix) && path.length() > prefix.length() && path.indexOf('/', prefix.length()) < 0;
    }

    /** An identifier becomes one level of a topic, and must not reach beyond it. */
    private static String level(String identifier) {
        for (int i = 0; i < identifier.length(); i++) {
            char c = identifier.charAt(i);
            if (c == '/' || c == '+' || c == '#') {
                throw new MappingException(
                        identifier,
                        "must not hold '" + c + "' (index " + i + "): an event's or service's identifier is one level"
                                + " of a topic.");
            }
        }
        return identifier;
    }
}
