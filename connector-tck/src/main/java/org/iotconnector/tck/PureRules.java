package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Uplink;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That a provider's functions are functions. */
abstract class PureRules<C extends DeviceConfig<C>> {
    private static final List<Interest> INTERESTS = List.of(
            Interest.REPLIES_ONLY,
            Interest.REPLIES_ONLY.withSets(),
            Interest.REPLIES_ONLY.withRaw(),
            Interest.REPLIES_ONLY.withSets().withRaw().withService("blink").withService("measure"));

    private final ProviderContract<C> contract;

    PureRules(ProviderContract<C> contract) {
        this.contract = contract;
    }

    private ThingCodec codec() {
        return contract.provider().codec(contract.configure());
    }

    @Test
    @DisplayName("connect is pure: the same arguments give equal parameters")
    void connect_withTheSameArguments_isEqual() {
        C config = contract.configure();
        Instant now = contract.now();

        assertThat(contract.provider().connect(config, now))
                .isEqualTo(contract.provider().connect(contract.configure(), now));
    }

    @Test
    @DisplayName("Subscriptions come in a fixed order, without duplicates")
    void subscriptions_always_areStableAndWithoutDuplicates() {
        for (Interest interest : INTERESTS) {
            List<Subscription> filters = codec().subscriptions(interest);

            assertThat(filters).extracting(Subscription::filter).doesNotHaveDuplicates();
            assertThat(codec().subscriptions(interest)).isEqualTo(filters);
        }
    }

    @Test
    @DisplayName("What comes without a subscription is always the same, and is never subscribed")
    void unsubscribed_always_isStableAndApartFromSubscriptions() {
        List<TopicFilter> filters = codec().unsubscribed();

        assertThat(codec().unsubscribed()).isEqualTo(filters);
        for (Interest interest : INTERESTS) {
            assertThat(codec().subscriptions(interest))
                    .extracting(Subscription::filter)
                    .noneMatch(filters::contains);
        }
    }

    @Test
    @DisplayName("Encoding the same message twice gives the same bytes on the same topics")
    void encode_twice_isEqual() {
        Uplink report = Uplink.PropertyReport.of(contract.report(1));

        assertThat(codec().encode(report, 7)).isEqualTo(codec().encode(report, 7));
    }

    @Test
    @DisplayName("A report becomes at least one message, which the platform's largest payload can hold")
    void encode_ofAReport_fitsTheQuota() {
        Quotas quotas = contract.provider().quotas(contract.configure());

        List<Outgoing> messages = codec().encode(Uplink.PropertyReport.of(contract.report(1)), 1);

        assertThat(messages).isNotEmpty();
        assertThat(messages)
                .allSatisfy(
                        message -> assertThat(message.publication().payload().length())
                                .isLessThanOrEqualTo(quotas.maxPayloadBytes()));
    }

    @Test
    @DisplayName("Every message that is answered has a reply key of its own")
    void encode_ofManyReports_givesEachItsReplyKey() {
        Set<String> keys = new HashSet<>();
        int answered = 0;

        for (int number = 1; number <= 50; number++) {
            for (Outgoing message : codec().encode(Uplink.PropertyReport.of(contract.report(number)), number)) {
                Optional<String> key = message.replyKey();
                answered += key.isPresent() ? 1 : 0;
                key.ifPresent(keys::add);
            }
        }

        assertThat(keys).hasSize(answered);
    }

    @Test
    @DisplayName("A report names the properties it holds and no other, so that a newer one can replace it")
    void encode_ofAReport_namesOnlyItsProperties() {
        for (Outgoing message : codec().encode(Uplink.PropertyReport.of(contract.report(1)), 1)) {
            assertThat(contract.report(1).names()).containsAll(message.properties());
        }
    }

    @Test
    @DisplayName("The quotas are within what MQTT allows")
    void quotas_always_areWithinMqtt() {
        Quotas quotas = contract.provider().quotas(contract.configure());

        assertThat(quotas.maxInFlight()).isLessThanOrEqualTo(65_535);
        assertThat(quotas.maxPayloadBytes()).isLessThanOrEqualTo(268_435_455);
        assertThat(quotas.rates()).allSatisfy(rate -> {
            assertThat(rate.permits()).isPositive();
            assertThat(rate.period()).isPositive();
        });
    }

    @Test
    @DisplayName("A platform that answers reports says so, and one that does not asks for no answer")
    void capabilities_ofReplies_agreeWithTheCodec() {
        Capabilities capabilities = contract.provider().capabilities(contract.configure());

        boolean answered = codec().encode(Uplink.PropertyReport.of(contract.report(1)), 1).stream()
                .anyMatch(message -> message.replyKey().isPresent());

        assertThat(answered).isEqualTo(capabilities.has(Feature.REPLIES));
    }

    @Test
    @DisplayName("A connect code is explained with advice or not at all, whatever the number")
    void explainConnectCode_ofAnyNumber_givesAdviceOrNothing() {
        C config = contract.configure();

        for (int code = -1; code <= 256; code++) {
            Optional<Failure> failure = contract.provider().explainConnectCode(config, code);
            int number = code;
            failure.ifPresent(known -> {
                assertThat(known.message()).as("code " + number).isNotBlank();
                assertThat(known.code().orElse(number)).isEqualTo(number);
            });
        }
    }

    @Test
    @DisplayName("A reply code is explained or not, whatever the number")
    void explainReplyCode_ofAnyNumber_doesNotFail() {
        for (int code = -1; code <= 10_000; code++) {
            int number = code;
            assertThatCode(() -> contract.provider().explainReplyCode(number)).doesNotThrowAnyException();
        }
    }
}
