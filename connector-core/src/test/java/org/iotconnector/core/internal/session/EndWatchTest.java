package org.iotconnector.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.tls.TlsEnd;
import org.junit.jupiter.api.Test;

class EndWatchTest {
    private final VirtualTime time = VirtualTime.create();
    private final AtomicInteger told = new AtomicInteger();
    private final EndWatch watch = new EndWatch(time, told::incrementAndGet);

    private TlsEnd end(String message, int days) {
        return new TlsEnd(message, "Renew it.", time.now().plus(Duration.ofDays(days)));
    }

    @Test
    void warning_onAConnectionThatLastsForMonths_comesWhenItIsTime() {
        watch.onTrusted(List.of(end("root", 100)));
        assertThat(watch.warning()).isEmpty();

        time.advance(Duration.ofDays(9));
        assertThat(told).hasValue(0);
        time.advance(Duration.ofDays(2));

        assertThat(told).hasValue(1);
        assertThat(watch.warning().map(Failure::message)).contains("root");
    }

    @Test
    void warning_ofSeveralEnds_namesTheFirst() {
        watch.onTrusted(List.of(end("root", 60), end("client certificate", 20)));

        assertThat(watch.warning().map(Failure::message)).contains("client certificate");
    }

    @Test
    void warning_afterANewConnectionWithANewRoot_isGone() {
        watch.onTrusted(List.of(end("root", 20)));

        watch.onTrusted(List.of(end("new root", 4_000)));

        assertThat(watch.warning()).isEmpty();
    }

    @Test
    void close_always_leavesNoTimer() {
        watch.onTrusted(List.of(end("root", 100)));

        watch.close();

        assertThat(time.pending()).isZero();
    }
}
