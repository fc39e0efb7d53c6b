package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iotconnector.adafruit.internal.rest.PlatformTimes;
import org.iotconnector.adafruit.internal.rest.Received;
import org.iotconnector.core.http.ApiCall;

/**
 * One page of data.
 *
 * @param data newest first
 * @param limit how many data a page has at most
 * @param total how many data there are in the range of time; up to 5 minutes old
 * @param start the page's or the range's earliest time: the platform's documents disagree
 * @param end the page's or the range's latest time
 * @param position where the next page begins, for {@link DataQuery#before} in another run of the program
 * @param next the call for the page of the data before these; empty on the last page
 */
public record DataPage(
        List<Datum> data,
        OptionalLong limit,
        OptionalLong total,
        Optional<Instant> start,
        Optional<Instant> end,
        Optional<String> position,
        Optional<ApiCall<DataPage>> next) {
    public DataPage {
        data = List.copyOf(data);
    }

    static DataPage read(
            Received received, List<Datum> data, Optional<String> position, Optional<ApiCall<DataPage>> next) {
        return new DataPage(
                data,
                count(received, "X-Pagination-Limit"),
                count(received, "X-Pagination-Total"),
                received.header("X-Pagination-Start").flatMap(PlatformTimes::find),
                received.header("X-Pagination-End").flatMap(PlatformTimes::find),
                position,
                next);
    }

    private static OptionalLong count(Received received, String header) {
        return received.header(header)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }
}
