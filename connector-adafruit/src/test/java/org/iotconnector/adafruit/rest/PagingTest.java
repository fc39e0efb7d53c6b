package org.iotconnector.adafruit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed of 5000 data in pages of 1000, with the platform's own kind of Link header, whose host is another. */
class PagingTest {
    private static final int COUNT = 5000;
    private static final int PAGE = 1000;

    private RecordedRest recorded;
    private DataApi data;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedRest();
        data = recorded.rest().data("temp");
        recorded.server.setDispatcher(new Pages());
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    /** The page that begins before the datum that the request names. */
    private static final class Pages extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String before = request.getUrl().queryParameter("before");
            int first = before == null ? COUNT : Integer.parseInt(before);
            int last = Math.max(0, first - PAGE);
            String body = IntStream.range(0, first - last)
                    .map(index -> first - 1 - index)
                    .mapToObj(number -> "{\"id\":\"" + number + "\",\"value\":\"" + number + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));
            String self =
                    "<https://other.example/api/v2/x?limit=1000" + (before == null ? "" : "&before=" + before) + ">";
            String link = last == 0
                    ? self
                    : self + ";rel=\"next\", <https://other.example/api/v2/x?before=" + last + "&limit=1000>";
            return new MockResponse.Builder()
                    .body(body)
                    .addHeader("Link", link)
                    .addHeader("X-Pagination-Total", COUNT)
                    .addHeader("X-Pagination-Limit", PAGE)
                    .addHeader("X-Pagination-Start", "")
                    .addHeader("X-Pagination-End", "2026-03-01T17:35:13.637+0000")
                    .build();
        }
    }

    private int requests() {
        return recorded.server.getRequestCount();
    }

    @Test
    void list_notTakenFrom_asksNothing() {
        DataList unused = data.list();

        assertThat(requests()).isZero();
    }

    @Test
    void stream_fiveThousand_comesNewestFirstAndWhole() {
        List<String> values = data.list().stream().map(Datum::value).toList();

        assertThat(values).hasSize(COUNT).startsWith("4999").endsWith("0").doesNotHaveDuplicates();
        assertThat(requests()).isEqualTo(5);
    }

    @Test
    void iterator_nextPage_isAskedForOnceTheFirstIsConsumed() {
        Iterator<Datum> iterator = data.list().iterator();

        for (int taken = 0; taken < PAGE; taken++) {
            iterator.next();
            assertThat(requests()).isEqualTo(1);
        }
        iterator.next();

        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void stream_limited_asksForNoMoreThanItNeeds() {
        assertThat(data.list().stream().limit(1500)).hasSize(1500);

        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void nextPage_headerOfAnotherHost_isAskedOfThisOneWithTheSameFilters() {
        data.list(DataQuery.all().include(DatumField.VALUE, DatumField.ID)).stream()
                .limit(1001)
                .forEach(datum -> {});

        recorded.received();
        RecordedRequest second = recorded.received();
        assertThat(second.getUrl().encodedPath()).isEqualTo("/api/v2/tester/feeds/temp/data");
        assertThat(second.getUrl().queryParameter("before")).isEqualTo("4000");
        assertThat(second.getUrl().queryParameter("include")).isEqualTo("value,id");
    }

    @Test
    void page_headers_areRead() {
        DataPage page = data.list().firstPage().execute();

        assertThat(page.total()).hasValue(COUNT);
        assertThat(page.limit()).hasValue(PAGE);
        assertThat(page.start()).isEmpty();
        assertThat(page.end()).contains(Instant.parse("2026-03-01T17:35:13.637Z"));
        assertThat(page.position()).contains("4000");
    }

    @Test
    void page_fromAPosition_goesOnThere() {
        DataPage page = data.list(DataQuery.all().before("1000")).firstPage().execute();

        assertThat(page.data()).hasSize(PAGE).first().extracting(Datum::value).isEqualTo("999");
        assertThat(page.next()).isEmpty();
    }

    @Test
    void pages_asynchronously_followEachOther() {
        CompletableFuture<DataPage> second = data.list()
                .firstPage()
                .executeAsync()
                .thenCompose(page -> page.next().orElseThrow().executeAsync());

        assertThat(Await.value(second).data().get(0).value()).isEqualTo("3999");
    }

    @Test
    void forEachAsync_fiveThousand_handsOverEachOnce() {
        List<String> values = new CopyOnWriteArrayList<>();

        long count = Await.value(data.list().forEachAsync(datum -> values.add(datum.value())));

        assertThat(count).isEqualTo(COUNT);
        assertThat(values).hasSize(COUNT).startsWith("4999").endsWith("0");
    }

    @Test
    void forEachAsync_actionThrows_endsWithIt() {
        Throwable failure = Await.failure(data.list().forEachAsync(datum -> {
            throw new IllegalStateException("enough");
        }));

        assertThat(failure).hasMessage("enough");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void forEachAsync_cancelled_asksForNoMorePages() {
        CompletableFuture<CompletableFuture<Long>> itself = new CompletableFuture<>();
        List<String> values = new CopyOnWriteArrayList<>();

        CompletableFuture<Long> walk = data.list().forEachAsync(datum -> {
            values.add(datum.value());
            itself.join().cancel(true);
        });
        itself.complete(walk);

        Await.until("the walk is cancelled", walk::isCancelled);
        assertThat(values).hasSize(1);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void stream_refusedOnALaterPage_failsThere() {
        recorded.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return request.getUrl().queryParameter("before") == null
                        ? new Pages().dispatch(request)
                        : new MockResponse.Builder()
                                .code(403)
                                .body("{\"error\":\"no\"}")
                                .build();
            }
        });
        List<Datum> taken = new ArrayList<>();

        assertThatThrownBy(() -> data.list().forEach(taken::add)).isInstanceOf(PlatformRejectedException.class);

        assertThat(taken).hasSize(PAGE);
    }

    /** Always the same page, named as if it were the next. */
    @Test
    void stream_headerNamesItsOwnPage_endsWithAnError() {
        recorded.server.setDispatcher(endless(request -> "1"));

        assertThatThrownBy(() -> data.list().forEach(datum -> {}))
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_ANSWER))
                .hasMessageContaining("in a circle");
    }

    @Test
    void stream_headersGoRoundInALongerCircle_endsWithAnError() {
        recorded.server.setDispatcher(endless(request -> {
            String before = Objects.requireNonNullElse(request.getUrl().queryParameter("before"), "0");
            return Integer.toString((Integer.parseInt(before) + 1) % 7);
        }));

        assertThatThrownBy(() -> data.list().forEach(datum -> {})).hasMessageContaining("in a circle");

        assertThat(requests()).isLessThan(30);
    }

    @Test
    void stream_emptyPageWithANextOne_ends() {
        recorded.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .body("[]")
                        .addHeader("Link", "<https://h/x>;rel=\"next\", <https://h/x?before=" + requests() + ">")
                        .build();
            }
        });

        assertThat(data.list()).isEmpty();
    }

    private static Dispatcher endless(Function<RecordedRequest, String> next) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String before = next.apply(request);
                return new MockResponse.Builder()
                        .body("[{\"value\":\"1\"}]")
                        .addHeader("Link", "<https://h/x>;rel=\"next\", <https://h/x?before=" + before + ">")
                        .build();
            }
        };
    }

    @Test
    void next_afterTheLast_isNoElement() {
        Iterator<Datum> iterator = data.list(DataQuery.all().before("1")).iterator();
        Optional<String> only = Optional.of(iterator.next().value());

        assertThat(only).contains("0");
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }
}
