package org.iotconnector.simulator.internal.easyiot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SiteTokensTest {
    private final SiteTokens tokens =
            new SiteTokens(Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void issue_account_hasTheClaimsOfTheSite() {
        String token = tokens.issue("demoid");

        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(claims).startsWith("{\"exp\":1772524800,\"nbf\":1772352000,\"iot_name\":\"demoid\",\"user_id\":");
        assertThat(tokens.owner(token)).contains("demoid");
    }

    @Test
    void owner_tokenOfAnotherSimulator_isNobody() {
        SiteTokens other = new SiteTokens(Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC));

        assertThat(tokens.owner(other.issue("demoid"))).isEmpty();
    }

    @Property
    void owner_anyText_isNobody(@ForAll String text) {
        assertThat(tokens.owner(text)).isEmpty();
    }
}
