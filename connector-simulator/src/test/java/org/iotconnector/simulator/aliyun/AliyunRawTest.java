package org.iotconnector.simulator.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Lamp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AliyunRawTest {
    private static final String UP = Lamp.SYS + "thing/model/up_raw";
    private static final String DOWN = Lamp.SYS + "thing/model/down_raw";

    /** One byte of property value up, one byte of code or value down. */
    private static final RawScript ONE_BYTE = new RawScript() {
        @Override
        public Map<String, @Nullable Object> rawDataToProtocol(byte[] raw) {
            Map<String, @Nullable Object> alink = new LinkedHashMap<>();
            if (raw[0] == 'u') {
                alink.put("method", "thing.event.property.post");
                alink.put("id", "1");
                alink.put("params", Map.of("LightSwitch", (int) raw[1]));
            } else {
                alink.put("code", raw[1] & 0xFF);
            }
            return alink;
        }

        @Override
        public byte[] protocolToRawData(Map<String, @Nullable Object> alink) {
            Object code = alink.get("code");
            return code instanceof Integer number
                    ? new byte[] {'r', number.byteValue()}
                    : String.valueOf(alink.get("params")).getBytes(StandardCharsets.UTF_8);
        }
    };

    @Test
    void upRaw_noScript_getsTheFixedReply() {
        try (Simulator simulator = Simulator.demo();
                Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(UP + "_reply");

            Client.await(lamp.client().publishing(UP, new byte[] {0, 0, 0, 1, 4, 99}, 1));
            byte[] whole = lamp.client().next().getPayloadAsBytes();
            Client.await(lamp.client().publishing(UP, new byte[] {0, 9}, 1));
            byte[] shorter = lamp.client().next().getPayloadAsBytes();

            assertThat(whole).containsExactly(2, 0, 0, 1, 4, 200);
            assertThat(shorter).containsExactly(2, 9, 0, 0, 0, 200);
        }
    }

    @Test
    void upRaw_withScript_isHandledAsTheAlinkItMeans() {
        try (Simulator simulator = scripted(ONE_BYTE);
                Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(UP + "_reply");

            lamp.client().publish(UP, "u\1", 1);

            assertThat(lamp.client().next().getPayloadAsBytes()).containsExactly('r', 200);
            assertThat(lamp.device().property("LightSwitch")).contains(1);
        }
    }

    @Test
    void upRaw_scriptResultWithoutMethod_isAnswered6450() {
        RawScript withoutMethod = new RawScript() {
            @Override
            public Map<String, @Nullable Object> rawDataToProtocol(byte[] raw) {
                return Map.of("id", "1");
            }

            @Override
            public byte[] protocolToRawData(Map<String, @Nullable Object> alink) {
                return String.valueOf(alink.get("code")).getBytes(StandardCharsets.UTF_8);
            }
        };
        try (Simulator simulator = scripted(withoutMethod);
                Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(UP + "_reply");

            lamp.client().publish(UP, "x", 1);

            assertThat(lamp.client().nextText()).isEqualTo("6450");
        }
    }

    @Test
    void upRaw_scriptThrows_isOnlyRecorded() {
        RawScript broken = new RawScript() {
            @Override
            public Map<String, @Nullable Object> rawDataToProtocol(byte[] raw) {
                throw new IllegalStateException("broken on purpose");
            }

            @Override
            public byte[] protocolToRawData(Map<String, @Nullable Object> alink) {
                return new byte[0];
            }
        };
        try (Simulator simulator = scripted(broken);
                Lamp lamp = new Lamp(simulator)) {
            lamp.client().publish(UP, "x", 1);

            assertThat(simulator.aliyun().received()).hasSize(1);
            assertThat(lamp.device().isOnline()).isTrue();
        }
    }

    @Test
    void set_productWithScript_goesDownRaw() {
        try (Simulator simulator = scripted(ONE_BYTE);
                Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(DOWN);

            CompletableFuture<DeviceReply> future = lamp.device().set(Map.of("LightSwitch", 1));
            String sent = lamp.client().nextText();
            Client.await(lamp.client().publishing(DOWN + "_reply", new byte[] {'d', (byte) 200}, 1));

            assertThat(sent).isEqualTo("{LightSwitch=1}");
            assertThat(Client.await(future).isSuccess()).isTrue();
        }
    }

    @Test
    void sendRaw_replied_givesTheBytes() {
        try (Simulator simulator = Simulator.demo();
                Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(DOWN);

            CompletableFuture<DeviceReply> future = lamp.device().sendRaw(new byte[] {1, 2, 3});
            byte[] sent = lamp.client().next().getPayloadAsBytes();
            Client.await(lamp.client().publishing(DOWN + "_reply", new byte[] {9}, 1));

            assertThat(sent).containsExactly(1, 2, 3);
            assertThat(Client.await(future).raw()).containsExactly(9);
            assertThat(Client.await(future).code()).isEmpty();
        }
    }

    private static Simulator scripted(RawScript script) {
        return Simulator.builder()
                .aliyun(settings -> settings.product(
                        DemoSet.PRODUCT_KEY,
                        product -> product.device(DemoSet.DEVICE_NAME, DemoSet.DEVICE_SECRET)
                                .rawScript(script)))
                .start();
    }
}
