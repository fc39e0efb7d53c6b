package org.iotconnector.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.iotconnector.core.internal.trace.SessionTrace;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SessionLogTest {
    private static final SessionTrace NO_TRACE = SessionTrace.off(VirtualTime.create());

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.iotconnector.core.session");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void refusedParameters_exceptionThatQuotesASecret_isNamedWithoutItsText() {
        new SessionLog("mqtt lamp", NO_TRACE).refusedParameters(new IllegalStateException("bad key geheim"));

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage())
                    .contains("mqtt lamp", "IllegalStateException", "SessionLogTest")
                    .doesNotContain("geheim");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void connectingTo_anEndpointWithoutTls_isSaidOnce() {
        SessionLog log = new SessionLog("mqtt lamp", NO_TRACE);

        log.connectingTo(Endpoint.parse("mqtt://127.0.0.1:1883"));
        log.connectingTo(Endpoint.parse("mqtt://127.0.0.1:1883"));

        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("mqtt lamp", "mqtt://127.0.0.1:1883", "no TLS"));
    }

    @Test
    void connectingTo_anEndpointWithTls_isNotSaid() {
        new SessionLog("mqtt lamp", NO_TRACE).connectingTo(Endpoint.parse("mqtts://127.0.0.1:8883"));

        assertThat(lines.list).isEmpty();
    }

    @Test
    void warned_ofTheSameEndAgain_isSaidOnce() {
        SessionLog log = new SessionLog("mqtt lamp", NO_TRACE);
        Failure ending = Failure.of(FailureKind.TLS, "The root ends.", "Renew it.", null);

        log.warned(ending);
        log.warned(ending);

        assertThat(lines.list)
                .singleElement()
                .satisfies(line ->
                        assertThat(line.getFormattedMessage()).isEqualTo("mqtt lamp: The root ends. Renew it."));
    }
}
