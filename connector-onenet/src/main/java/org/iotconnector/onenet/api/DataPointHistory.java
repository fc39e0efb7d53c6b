package org.iotconnector.onenet.api;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.iotconnector.core.http.ApiCall;

/** The points of data streams in a time, part by part. Immutable, thread-safe. */
public final class DataPointHistory {
    private final Function<Optional<String>, ApiCall<DataPointPage>> pages;

    DataPointHistory(Function<Optional<String>, ApiCall<DataPointPage>> pages) {
        this.pages = pages;
    }

    /** The first part, or the one that {@code cursor} of the part before names. */
    public ApiCall<DataPointPage> page(Optional<String> cursor) {
        return pages.apply(cursor);
    }

    /** All points, part by part as they are taken; taking one may block and throws as {@link ApiCall#execute} does. */
    public Stream<DataPoint> stream() {
        return Stream.of(this).flatMap(DataPointHistory::parts).flatMap(part -> part.points().stream());
    }

    private Stream<DataPointPage> parts() {
        return Stream.iterate(
                        Optional.of(page(Optional.empty()).execute()),
                        Optional::isPresent,
                        part -> part.flatMap(DataPointPage::cursor)
                                .map(cursor -> page(Optional.of(cursor)).execute()))
                .flatMap(Optional::stream);
    }
}
