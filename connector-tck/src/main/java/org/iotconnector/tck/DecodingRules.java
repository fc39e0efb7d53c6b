package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Uplink;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That nothing the network can send does more than be refused by a codec. */
abstract class DecodingRules<C extends DeviceConfig<C>> {
    private static final int ROUNDS = 200;
    private static final long SEED = 20_240_101L;

    private final ProviderContract<C> contract;

    DecodingRules(ProviderContract<C> contract) {
        this.contract = contract;
    }

    private ThingCodec codec() {
        return contract.provider().codec(contract.configure());
    }

    private static Message message(String topic, byte[] payload) {
        return new Message(TopicName.of(topic), Bytes.copyOf(payload), QualityOfService.AT_LEAST_ONCE, false);
    }

    /** Topics on which the platform may send, wildcards filled in. */
    private List<String> topics() {
        Interest all = Interest.REPLIES_ONLY.withSets().withRaw().withService("blink");
        List<TopicFilter> filters = new ArrayList<>(codec().unsubscribed());
        codec().subscriptions(all).forEach(subscription -> filters.add(subscription.filter()));
        return filters.stream()
                .map(filter -> filter.text().replace("+", "1").replace("#", "a/b"))
                .toList();
    }

    @Test
    @DisplayName("Topics that are none of the platform's decode to nothing")
    void decode_ofAForeignTopic_isEmpty() {
        assertThat(codec().decode(message("no/such/topic/of/any/platform", new byte[0])))
                .isEmpty();
        assertThat(codec().decode(message("$SYS/broker/version", "2".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(codec().decode(message("/", new byte[] {1}))).isEmpty();
    }

    @Test
    @DisplayName("Random bytes are read, ignored or refused with MappingException")
    void decode_ofRandomBytes_failsWithMappingExceptionOnly() {
        Random random = new Random(SEED);

        for (String topic : topics()) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] payload = new byte[random.nextInt(64)];
                random.nextBytes(payload);
                decodeOrRefuse(topic, payload);
            }
        }
    }

    @Test
    @DisplayName("Damaged messages are read, ignored or refused with MappingException")
    void decode_ofDamagedMessages_failsWithMappingExceptionOnly() {
        Random random = new Random(SEED);
        List<Outgoing> seeds = codec().encode(Uplink.PropertyReport.of(contract.report(1)), 1);

        for (String topic : topics()) {
            for (Outgoing seed : seeds) {
                for (int round = 0; round < ROUNDS; round++) {
                    decodeOrRefuse(topic, damage(seed.publication().payload().toArray(), random));
                }
            }
        }
    }

    @Test
    @DisplayName("JSON of the wrong shape is read, ignored or refused with MappingException")
    void decode_ofJsonOfTheWrongShape_failsWithMappingExceptionOnly() {
        List<String> shapes = List.of(
                "",
                "null",
                "0",
                "[]",
                "{}",
                "\"\"",
                "{\"id\":{}}",
                "{\"id\":[],\"params\":3}",
                "{\"id\":1e999}",
                "{\"method\":\"\",\"id\":\"\",\"params\":[1],\"version\":1}",
                "{\"code\":\"x\",\"data\":1,\"id\":null}",
                "[".repeat(5_000),
                "{\"a\":".repeat(5_000),
                "\u0000",
                "{\"id\":\"\\ud800\"}");

        for (String topic : topics()) {
            for (String shape : shapes) {
                decodeOrRefuse(topic, shape.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void decodeOrRefuse(String topic, byte[] payload) {
        try {
            assertThat(codec().decode(message(topic, payload))).isNotNull();
        } catch (MappingException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (RuntimeException | StackOverflowError other) {
            fail(
                    "decode must not fail in any other way than with MappingException, whatever the bytes; on [" + topic
                            + "] it did for " + HexFormat.of().formatHex(payload, 0, Math.min(payload.length, 200)),
                    other);
        }
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
        for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }
}
