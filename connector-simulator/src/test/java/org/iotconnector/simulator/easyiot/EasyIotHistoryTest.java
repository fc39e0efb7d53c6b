package org.iotconnector.simulator.easyiot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.HttpCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasyIotHistoryTest {
    private static final String PATH = "/easyiot/apiv3/messages/search";
    private static final String QUERY = "{'topic':'" + DemoSet.EASYIOT_TOPIC + "','count':1000}";

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-03-01T08:00:00Z"));
    private final Simulator simulator = Simulator.builder()
            .time(time)
            .demoEasyIot(settings -> settings.account("otherid", "otherpwd", "BJpHJt1VW"))
            .start();
    private final HttpCaller http = new HttpCaller(simulator.easyiot().httpUri());
    private final EasyIotAccount account = simulator.easyiot().account(DemoSet.EASYIOT_ID);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void search_ownTopic_listsNewestFirst() {
        account.device(DemoSet.EASYIOT_TOPIC).send("one");
        time.advance(Duration.ofSeconds(1));
        account.device(DemoSet.EASYIOT_TOPIC).send("two");

        HttpResponse<String> answer = http.post(PATH, account.siteToken(), QUERY);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"code\":1,\"messages\":["
                        + "{\"id\":2,\"topic\":\"Bkgk2zXb4\",\"message\":\"two\",\"time\":\"2026-03-01T08:00:01Z\"},"
                        + "{\"id\":1,\"topic\":\"Bkgk2zXb4\",\"message\":\"one\",\"time\":\"2026-03-01T08:00:00Z\"}]}");
    }

    @Test
    void search_count_limits() {
        account.device(DemoSet.EASYIOT_TOPIC).send("one");
        account.device(DemoSet.EASYIOT_TOPIC).send("two");

        HttpResponse<String> answer =
                http.post(PATH, account.siteToken(), "{'topic':'" + DemoSet.EASYIOT_TOPIC + "','count':1}");

        assertThat(answer.body()).contains("two").doesNotContain("one");
    }

    @Test
    void search_tokenOf48Hours_isTakenUntilItEnds() {
        String token = account.siteToken();

        time.advance(Duration.ofDays(2).minusSeconds(1));
        int before = http.post(PATH, token, QUERY).statusCode();
        time.advance(Duration.ofSeconds(1));
        int after = http.post(PATH, token, QUERY).statusCode();

        assertThat(before).isEqualTo(200);
        assertThat(after).isEqualTo(401);
    }

    @Test
    void search_noToken_isUnauthorized() {
        assertThat(http.post(PATH, null, QUERY).statusCode()).isEqualTo(401);
    }

    @Test
    void search_tokenWithBearer_isUnauthorized() {
        assertThat(http.post(PATH, "Bearer " + account.siteToken(), QUERY).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "a.b.c", "...", "eyJhbGciOiJIUzI1NiJ9.e30."})
    void search_forgedToken_isUnauthorized(String token) {
        assertThat(http.post(PATH, token, QUERY).statusCode()).isEqualTo(401);
    }

    @Test
    void search_foreignTopic_isForbidden() {
        assertThat(http.post(PATH, account.siteToken(), "{'topic':'BJpHJt1VW','count':1}")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "{'topic':'T'}",
                "{'topic':7,'count':1}",
                "{'topic':'T','count':0}",
                "{'count':10}",
                "{'topic':"
            })
    void search_malformedBody_isABadRequest(String body) {
        assertThat(http.post(PATH, account.siteToken(), body).statusCode()).isEqualTo(400);
    }

    @Test
    void search_anotherPath_isNotFound() {
        assertThat(http.post("/easyiot", account.siteToken(), QUERY).statusCode())
                .isEqualTo(404);
    }
}
