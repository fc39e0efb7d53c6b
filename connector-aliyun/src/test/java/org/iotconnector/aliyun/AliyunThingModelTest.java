package org.iotconnector.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.ServiceResult;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.FieldSpec;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a thing model does for a device: wrong values do not leave, and do not reach the handlers. */
@Timeout(60)
class AliyunThingModelTest {
    private static final ThingModel LAMP = ThingModel.builder()
            .property(PropertySpec.readWrite("LightSwitch", DataType.bool()))
            .property(PropertySpec.readWrite("LightBrightness", DataType.int32(0, 100)))
            .property(PropertySpec.readOnly("CurrentLedADC", DataType.int32(0, 4_095)))
            .service(ServiceSpec.of(
                    "blink",
                    ServiceSpec.CallType.ASYNC,
                    List.of(FieldSpec.of("Times", DataType.int32(1, 10))),
                    List.of()))
            .build();

    private final SimulatedAliyun aliyun = new SimulatedAliyun();
    private final Connector connector = Connector.create();
    private final Queue<Values> sets = new ConcurrentLinkedQueue<>();
    private final Device device = connector.open(
            Devices.lamp()
                    .endpoint(aliyun.platform().mqttUri().toString())
                    .thingModel(LAMP)
                    .build(),
            lamp -> {
                lamp.onSet(values -> {
                    sets.add(values);
                    return SetResult.done();
                });
                lamp.onService("blink", input -> ServiceResult.done());
            });

    @BeforeEach
    void awaitOnline() {
        device.awaitOnline(Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        connector.close();
        aliyun.close();
    }

    @Test
    void report_outOfRange_doesNotLeaveAndSaysWhatIsAllowed() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> device.report(Values.of("CurrentLedADC", 5_000)))
                .withMessageContaining("CurrentLedADC")
                .withMessageContaining("4095");
        assertThat(aliyun.reports()).isEmpty();
    }

    @Test
    void report_unknownProperty_namesTheNearestKnownOne() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> device.report(Values.of("LightSwich", true)))
                .withMessageContaining("LightSwitch");
    }

    @Test
    void report_bool_goesOutAsTheNumberThePlatformWants() {
        device.report(Values.of("LightSwitch", true))
                .replied()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();

        assertThat(aliyun.reports()).containsExactly(Values.of("LightSwitch", 1));
    }

    @Test
    void set_ofABool_reachesTheHandlerAsABool() {
        DeviceReply reply = aliyun.device().set(Map.of("LightSwitch", 1)).join();

        assertThat(reply.isSuccess()).isTrue();
        assertThat(sets).containsExactly(Values.of("LightSwitch", new Value.Bool(true)));
    }

    @Test
    void set_outOfRange_isAnsweredAsWrongAndDoesNotReachTheHandler() {
        DeviceReply reply = aliyun.device().set(Map.of("LightBrightness", 101)).join();

        assertThat(reply.code()).hasValue(460);
        assertThat(sets).isEmpty();
    }

    @Test
    void set_ofAReadOnlyProperty_isAnsweredAsWrong() {
        DeviceReply reply = aliyun.device().set(Map.of("CurrentLedADC", 1)).join();

        assertThat(reply.code()).hasValue(460);
    }

    @Test
    void service_withWrongInput_isAnsweredAsWrong() {
        DeviceReply reply = aliyun.device()
                .invokeAsync("blink", Map.of("Times", 99), Duration.ofSeconds(10))
                .join();

        assertThat(reply.code()).hasValue(460);
    }
}
