package org.iotconnector.simulator.internal.adafruit.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Accounts;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.NewDatum;
import org.iotconnector.simulator.internal.adafruit.store.StoredValues.Origin;
import org.iotconnector.simulator.internal.http.Response;

/** {@code /webhooks/feed/…}, which need no key. What they write counts against the rate of the feed's owner. */
final class WebhookApi {
    private static final String PING = "ping";

    private final Accounts accounts;
    private final Budget budget;

    WebhookApi(Accounts accounts, Budget budget) {
        this.accounts = accounts;
        this.budget = budget;
    }

    void addTo(Routes routes) {
        routes.post("webhooks/feed/{id}", call -> store(find(call), value(call)));
        routes.post("webhooks/feed/{id}/raw", call -> {
            Feed feed = find(call);
            return store(feed, NewDatum.of(head(call.request().body(), feed.maxBytes())));
        });
        routes.post("webhooks/feed/{id}/notify", call -> store(find(call), NewDatum.of(PING)));
    }

    private Feed find(Call call) {
        return accounts.all().stream()
                .flatMap(account -> account.feeds().stream())
                .filter(feed -> feed.webhooks().contains(call.variable("{id}")))
                .findFirst()
                .orElseThrow(ApiFailure::notFound);
    }

    private static NewDatum value(Call call) {
        Fields fields = call.fields("datum");
        return DatumInput.read(fields, fields.has("payload") && !fields.has("value") ? "payload" : "value");
    }

    private Response store(Feed feed, NewDatum value) {
        Account.checkSize(feed, value);
        budget.data(feed.owner(), 1);
        FeedPlace place = new FeedPlace(feed.home(), feed);
        return Response.json(200, DatumRecord.of(place, feed.owner().store(place.group(), feed, value, Origin.REST)));
    }

    /** The text of the first bytes; a character that does not fit as a whole is left out. */
    private static String head(byte[] body, int maxBytes) {
        CharBuffer text = CharBuffer.allocate(maxBytes);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(body, 0, Math.min(body.length, maxBytes)), text, body.length <= maxBytes);
        return text.flip().toString();
    }
}
