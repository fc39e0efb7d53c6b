package org.iotconnector.easyiot;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.iotconnector.easyiot.internal.http.StoredMessages;

/**
 * <b>Experimental.</b> Reads the messages that the site has stored of a topic, the way the site's own page does. DFRobot
 * documents no such interface: it was seen by others, may change or end at any time, and the shape of its answers is
 * guessed. The site keeps 1 000 messages of a topic and 10 000 of an account, and no more when it is full. For a history
 * to rely on, record one. Immutable, thread-safe.
 */
public final class EasyIotHistory {
    /** Where the site's page asks. */
    public static final URI ADDRESS = URI.create("https://api.dfrobot.work/easyiot/apiv3/messages/search");

    private static final String SITE = "https://iot.dfrobot.com.cn";
    private static final int MOST = 10_000;

    private final Http http;
    private final URI address;
    private final Secret token;

    private EasyIotHistory(Http http, URI address, Secret token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    /**
     * A reader with the token of a login.
     *
     * @param token what a browser that is logged in sends in the header {@code Authorization}; it holds for 48 hours
     */
    public static EasyIotHistory of(Http http, Secret token) {
        return new EasyIotHistory(http, ADDRESS, token);
    }

    /** The same at another address. */
    public EasyIotHistory at(URI other) {
        return new EasyIotHistory(http, other, token);
    }

    /**
     * The stored messages of a topic, in the order in which the site gives them. Returns at once.
     *
     * @param count how many at most, 1 to 10000
     * @return fails with {@link PlatformRejectedException} if the site refuses, with
     *     {@link org.iotconnector.core.MappingException} if its answer has no list of messages, with
     *     {@link org.iotconnector.core.HttpException} if it cannot be asked
     */
    public CompletableFuture<List<EasyIotStoredMessage>> messages(String topic, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count is " + count + "; use 1 to " + MOST + ".");
        }
        HttpRequest request = HttpRequest.post(address, HttpBody.json(Values.of("topic", topic, "count", count)))
                .header("Authorization", token)
                .header("Origin", SITE)
                .header("Referer", SITE + "/")
                .build();
        return http.send(request).thenApply(EasyIotHistory::read);
    }

    private static List<EasyIotStoredMessage> read(HttpAnswer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            throw new PlatformRejectedException(
                    answer.status(),
                    "",
                    "The token is not taken; it holds for 48 hours. Log in to the site with a browser, and copy the"
                            + " header Authorization of one of its requests anew, without adding Bearer.");
        }
        return StoredMessages.read(answer.orThrow().body().toArray());
    }

    @Override
    public String toString() {
        return "EasyIotHistory[" + address + "]";
    }
}
