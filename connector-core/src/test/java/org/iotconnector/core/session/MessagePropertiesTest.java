package org.iotconnector.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.iotconnector.core.session.MessageProperties.UserProperty;
import org.iotconnector.core.thing.Bytes;
import org.junit.jupiter.api.Test;

class MessagePropertiesTest {
    @Test
    void withEach_addsToWhatWasThere() {
        MessageProperties properties = MessageProperties.NONE
                .withContentType("text/plain")
                .withResponseTopic(TopicName.of("answers"))
                .withCorrelationData(Bytes.ofUtf8("7"))
                .withMessageExpiry(Duration.ofSeconds(5))
                .withUserProperty("site", "hall-2")
                .withUserProperty("site", "hall-3");

        assertThat(properties.contentType()).contains("text/plain");
        assertThat(properties.responseTopic()).contains(TopicName.of("answers"));
        assertThat(properties.correlationData()).contains(Bytes.ofUtf8("7"));
        assertThat(properties.messageExpiry()).contains(Duration.ofSeconds(5));
        assertThat(properties.userProperties())
                .containsExactly(new UserProperty("site", "hall-2"), new UserProperty("site", "hall-3"));
        assertThat(properties.isEmpty()).isFalse();
    }

    @Test
    void userProperty_ofARepeatedName_isTheFirst() {
        MessageProperties properties =
                MessageProperties.NONE.withUserProperty("a", "1").withUserProperty("a", "2");

        assertThat(properties.userProperty("a")).contains("1");
        assertThat(properties.userProperty("b")).isEmpty();
    }

    @Test
    void withMessageExpiry_ofPartsOfASecond_countsThemAsOne() {
        assertThat(MessageProperties.NONE
                        .withMessageExpiry(Duration.ofMillis(1_200))
                        .messageExpiry())
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void withMessageExpiry_outsideMqttsRange_isRefused() {
        assertThatThrownBy(() -> MessageProperties.NONE.withMessageExpiry(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 s to 4294967295 s");
        assertThatThrownBy(() -> MessageProperties.NONE.withMessageExpiry(Duration.ofSeconds(4_294_967_296L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withContentType_longerThanMqttTakes_isRefusedWithItsLength() {
        assertThatThrownBy(() -> MessageProperties.NONE.withContentType("é".repeat(32_768)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65536 bytes");
    }

    @Test
    void userProperty_withANullCharacter_isRefused() {
        assertThatThrownBy(() -> MessageProperties.NONE.withUserProperty("a", "b\0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("user property a");
    }

    @Test
    void isEmpty_ofNoProperties_isTrue() {
        assertThat(MessageProperties.NONE.isEmpty()).isTrue();
        assertThat(MessageProperties.NONE.size()).isZero();
    }
}
