package org.iotconnector.onenet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.ServiceResult;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetDeviceId;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.onenet.OneNetSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The API against the simulated platform, with a real device on its MQTT side. */
class SimulatedApiTest {
    private static final OneNetDeviceId LAMP = new OneNetDeviceId(DemoSet.ONENET_PRODUCT_ID, DemoSet.DEVICE_NAME);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String TOPICS = "$sys/" + LAMP.productId() + "/" + LAMP.deviceName() + "/thing/";

    private final Simulator simulator =
            Simulator.builder().demoOneNet(settings -> {}).start();
    private final OneNetSimulator platform = simulator.onenet();
    private final Connector connector = Connector.create();
    private final OneNetApi api = api(ApiCredentials.ofProduct(LAMP.productId(), Secret.of(DemoSet.ONENET_ACCESS_KEY)));

    @AfterEach
    void close() {
        connector.close();
        simulator.close();
    }

    private OneNetApi api(ApiCredentials credentials) {
        return OneNetApi.builder(connector.http(), credentials)
                .address(platform.httpUri())
                .build();
    }

    private Device connect(OneNetDeviceId id, String key) {
        return connector.open(OneNetConfig.builder()
                .productId(id.productId())
                .deviceName(id.deviceName())
                .deviceKey(Secret.of(key))
                .endpoint(platform.mqttUri().toString())
                .apiEndpoint(platform.httpUri())
                .build());
    }

    private Device lamp() {
        Device lamp = connect(LAMP, DemoSet.ONENET_DEVICE_KEY);
        lamp.awaitOnline(LIMIT);
        return lamp;
    }

    private void awaitSubscribed(String topic) {
        platform.device(LAMP.toString()).awaitSubscribed(TOPICS + topic, LIMIT);
    }

    @Test
    void create_device_canConnectWithItsKey() {
        OneNetDeviceId id = new OneNetDeviceId(LAMP.productId(), "lamp-new");

        DeviceDetail created = api.devices()
                .create(id, DeviceAttributes.builder().description("new").build())
                .execute();
        connect(id, created.key().orElseThrow().reveal()).awaitOnline(LIMIT);

        DeviceDetail detail = api.devices().detail(id).execute();
        assertThat(created.status()).contains(DeviceStatus.INACTIVE);
        assertThat(detail.status()).contains(DeviceStatus.ONLINE);
        assertThat(detail.accessProtocol()).contains(AccessProtocol.MQTT);
        assertThat(detail.description()).contains("new");
        assertThat(detail.activatedAt())
                .hasValueSatisfying(time -> assertThat(time)
                        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60)));
    }

    @Test
    void list_devices_areAllThere() {
        for (int i = 0; i < 101; i++) {
            api.devices()
                    .create(new OneNetDeviceId(LAMP.productId(), "d-" + i), DeviceAttributes.none())
                    .execute();
        }

        assertThat(api.devices().list(LAMP.productId()).stream()).hasSize(102);
    }

    @Test
    void delete_device_isGone() {
        api.devices().delete(LAMP).execute();

        assertThatThrownBy(() -> api.devices().detail(LAMP).execute()).isInstanceOf(PlatformRejectedException.class);
    }

    @Test
    void setProperties_onlineDevice_answers() {
        Device lamp = lamp();
        lamp.onSet(set -> SetResult.done());
        awaitSubscribed("property/set");

        DeviceReply reply = api.thingModel()
                .setProperties(LAMP, Values.of("LightSwitch", true))
                .execute();

        assertThat(reply.isDone()).isTrue();
    }

    @Test
    void setProperties_offlineDevice_isRefusedWithTheText() {
        assertThatThrownBy(() -> api.thingModel()
                        .setProperties(LAMP, Values.of("LightSwitch", true))
                        .execute())
                .isInstanceOfSatisfying(PlatformRejectedException.class, e -> {
                    assertThat(e.code()).isEqualTo(10411);
                    assertThat(e.requestId()).hasSize(32);
                });
    }

    @Test
    void properties_reported_comeBackWithTheirTypes() {
        Device lamp = lamp();
        lamp.report(Values.of("LightSwitch", true, "CurrentLedADC", 512))
                .replied()
                .join();

        List<PropertyState> properties = api.thingModel().properties(LAMP).execute();

        assertThat(properties)
                .filteredOn(property -> property.value().isPresent())
                .extracting(property -> property.value().orElseThrow())
                .containsExactlyInAnyOrder(Value.of(true), Value.of(512L));
    }

    @Test
    void history_reported_isListed() {
        Device lamp = lamp();
        lamp.report(Values.of("CurrentLedADC", 1)).replied().join();
        Instant now = Instant.now();

        List<PropertyPoint> points = api
                .thingModel()
                .history(LAMP, "CurrentLedADC", now.minusSeconds(60), now.plusSeconds(60), SortOrder.OLDEST_FIRST)
                .stream()
                .toList();

        assertThat(points).extracting(PropertyPoint::value).containsExactly(Value.of(1L));
    }

    @Test
    void callService_onlineDevice_bringsItsOutput() {
        Device lamp = lamp();
        lamp.onService("measure", call -> ServiceResult.of(Values.of("Average", 2.5)));
        awaitSubscribed("service/measure/invoke");

        Values output = api.thingModel()
                .callService(LAMP, "measure", Values.of("Samples", 3))
                .execute();

        assertThat(output).isEqualTo(Values.of("Average", 2.5));
    }

    @Test
    void desired_setQueriedAndDeleted_isGone() {
        api.thingModel().setDesired(LAMP, Values.of("LightBrightness", 40)).execute();
        Map<String, DesiredValue> kept =
                api.thingModel().desired(LAMP, List.of("LightBrightness")).execute();

        api.thingModel()
                .deleteDesiredVersions(LAMP, Map.of("LightBrightness", 1L))
                .execute();

        assertThat(kept).containsExactly(Map.entry("LightBrightness", new DesiredValue(Value.of(40L), 1)));
        assertThat(api.thingModel().desired(LAMP, List.of()).execute()).isEmpty();
    }

    @Test
    void model_ofTheProduct_isRead() {
        ThingModel model = api.thingModel().model(LAMP.productId()).execute();

        assertThat(model.property("LightBrightness")).isPresent();
    }

    @Test
    void call_userCredentials_seeEverything() {
        OneNetApi user = api(ApiCredentials.ofUser(DemoSet.ONENET_USER_ID, Secret.of(DemoSet.ONENET_USER_KEY)));

        assertThat(user.devices().product(LAMP.productId()).execute().values().text("product_id"))
                .isEqualTo(LAMP.productId());
    }

    @Test
    void call_olderTokenVersion_isTakenToo() {
        OneNetApi older = api(ApiCredentials.ofProduct(LAMP.productId(), Secret.of(DemoSet.ONENET_ACCESS_KEY))
                .withVersion("2018-10-31"));

        assertThat(older.devices().detail(LAMP).execute().id()).isEqualTo(LAMP);
    }

    @Test
    void call_wrongKey_isRefusedWithAdvice() {
        OneNetApi wrong = api(ApiCredentials.ofProduct(LAMP.productId(), Secret.of(DemoSet.ONENET_DEVICE_KEY)));

        assertThatThrownBy(() -> wrong.devices().detail(LAMP).execute())
                .isInstanceOfSatisfying(
                        PlatformRejectedException.class,
                        e -> assertThat(e.code()).isEqualTo(10403))
                .hasMessageContaining("Check the key");
    }
}
