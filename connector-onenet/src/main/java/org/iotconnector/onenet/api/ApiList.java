package org.iotconnector.onenet.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iotconnector.core.http.ApiCall;

/**
 * A list that the platform hands out in pages. Nothing is asked until a page or an item is. Immutable, thread-safe.
 *
 * @param <T> the items
 */
public final class ApiList<T> implements Iterable<T> {
    /** The largest page: 100 items. */
    public static final int LARGEST_PAGE = 100;

    private final BiFunction<Integer, Integer, ApiCall<ApiPage<T>>> pages;

    ApiList(BiFunction<Integer, Integer, ApiCall<ApiPage<T>>> pages) {
        this.pages = pages;
    }

    /**
     * One page.
     *
     * @param offset how many items to leave out, 0 or more
     * @param limit how many items at most, 1 to 100
     */
    public ApiCall<ApiPage<T>> page(int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page begins at 0 or later and has 1 to " + LARGEST_PAGE
                    + " items; asked for " + limit + " from " + offset + ".");
        }
        return pages.apply(offset, limit);
    }

    /**
     * All items, page by page as they are taken; taking one may block and throws as {@link ApiCall#execute} does. What
     * is added or removed meanwhile may be missed or come twice.
     */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** As {@link #stream}. Not thread-safe. */
    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private final Deque<T> ready = new ArrayDeque<>();
            private int offset;
            private boolean last;

            @Override
            public boolean hasNext() {
                if (ready.isEmpty() && !last) {
                    ApiPage<T> page = page(offset, LARGEST_PAGE).execute();
                    ready.addAll(page.items());
                    offset += page.items().size();
                    boolean all =
                            page.total().isPresent() && offset >= page.total().getAsLong();
                    last = all
                            || page.items().isEmpty()
                            || (page.total().isEmpty() && page.items().size() < LARGEST_PAGE);
                }
                return !ready.isEmpty();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return ready.remove();
            }
        };
    }
}
