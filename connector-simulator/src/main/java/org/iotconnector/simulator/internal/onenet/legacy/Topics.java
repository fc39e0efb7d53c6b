package org.iotconnector.simulator.internal.onenet.legacy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The topics of the first generation. */
final class Topics {
    static final String DATA = "$dp";
    static final String COMMAND = "$creq/";
    static final String ANSWER = "$crsp/";

    private static final int MAX_BYTES = 1024;
    private static final Pattern OWN = Pattern.compile("[A-Za-z0-9/]+");

    private Topics() {}

    /** Whether it is a topic of the users' own: letters, digits and slashes, no wildcard and no dollar. */
    static boolean isOwn(String topic) {
        return OWN.matcher(topic).matches() && topic.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    /** Where other devices of the product hear the points of a stream. */
    static String ofStream(String deviceId, String stream) {
        return "/" + deviceId + "/" + stream;
    }
}
