package org.iotconnector.adafruit.rest;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iotconnector.adafruit.internal.rest.PageQuery;
import org.iotconnector.adafruit.internal.rest.PageTrail;
import org.iotconnector.adafruit.internal.rest.Received;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.core.http.ApiCall;
import org.jspecify.annotations.Nullable;

/**
 * Data of a feed, newest first, in any number of pages. Nothing is asked until a page or a datum is, and no more than one
 * page is held at a time. Data that arrive meanwhile are not among them. Immutable, thread-safe.
 */
public final class DataList implements Iterable<Datum> {
    private final RestClient client;
    private final String path;
    private final PageQuery query;

    DataList(RestClient client, String path, PageQuery query) {
        this.client = client;
        this.path = path;
        this.query = query;
    }

    /** The first page; it brings the call for the next. */
    public ApiCall<DataPage> firstPage() {
        return page(query, PageTrail.start(query.before().orElse("")));
    }

    private ApiCall<DataPage> page(PageQuery asked, PageTrail trail) {
        RestRequest request = RestRequest.get(path).encodedQuery(asked.text()).build();
        return ApiCall.of(() -> client.send(request, received -> read(received, asked, trail)));
    }

    private DataPage read(Received received, PageQuery asked, PageTrail trail) {
        List<Datum> data = DataApi.data(received);
        // An empty page is the end, whatever its header says.
        Optional<PageQuery> next =
                data.isEmpty() ? Optional.empty() : received.header("Link").flatMap(asked::next);
        return DataPage.read(
                received,
                data,
                next.flatMap(PageQuery::position),
                next.map(query -> page(query, follow(trail, query))));
    }

    private static PageTrail follow(PageTrail trail, PageQuery next) {
        return trail.then(next.before().orElse(""));
    }

    /** All data, page by page as they are taken; taking one may block and throws as {@link ApiCall#execute} does. */
    public Stream<Datum> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** As {@link #stream}. Not thread-safe. */
    @Override
    public Iterator<Datum> iterator() {
        return new PageIterator(firstPage());
    }

    /**
     * Hands each datum to {@code action}, on handler threads, one after the other. A page is asked for when all of the one
     * before were handed over.
     *
     * @return completes with the number of data; fails as {@link ApiCall#executeAsync} does, or with what {@code action}
     *     threw, which ends it; cancelling it ends it too
     */
    public CompletableFuture<Long> forEachAsync(Consumer<? super Datum> action) {
        return new PageWalk(action).start(firstPage());
    }

    private static final class PageIterator implements Iterator<Datum> {
        private Iterator<Datum> ready = Collections.emptyIterator();
        private @Nullable ApiCall<DataPage> next;

        PageIterator(ApiCall<DataPage> first) {
            this.next = first;
        }

        @Override
        public boolean hasNext() {
            ApiCall<DataPage> call = next;
            while (!ready.hasNext() && call != null) {
                // Let go of the page that is done before the next one comes.
                ready = Collections.emptyIterator();
                DataPage page = call.execute();
                call = page.next().orElse(null);
                next = call;
                ready = page.data().iterator();
            }
            return ready.hasNext();
        }

        @Override
        public Datum next() {
            if (!hasNext()) {
                throw new NoSuchElementException("All data have been taken.");
            }
            return ready.next();
        }
    }
}
