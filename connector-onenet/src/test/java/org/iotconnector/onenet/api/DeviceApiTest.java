package org.iotconnector.onenet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iotconnector.onenet.api.RecordedApi.SENSOR;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Devices;
import org.iotconnector.onenet.OneNetDeviceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceApiTest {
    private RecordedApi recorded;
    private DeviceApi devices;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedApi();
        devices = recorded.api().devices();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void create_newDevice_bringsItsKey() {
        recorded.answers("{\"did\":\"1001\",\"name\":\"sensor-01\",\"sec_key\":\"S3cr3tKey=\",\"status\":2}");

        DeviceDetail device = devices.create(
                        SENSOR,
                        DeviceAttributes.builder().description("roof").imei("1").build())
                .execute();

        assertThat(device.id()).isEqualTo(SENSOR);
        assertThat(device.key()).contains(Secret.of("S3cr3tKey="));
        assertThat(device.status()).contains(DeviceStatus.INACTIVE);
        assertThat(device.toString()).doesNotContain("S3cr3t");
        RecordedRequest request = recorded.received();
        assertThat(request.getRequestLine()).startsWith("POST /device/create ");
        assertThat(request.getBody().utf8())
                .isEqualTo(
                        "{\"product_id\":\"a1B2c3D4e5\",\"device_name\":\"sensor-01\",\"desc\":\"roof\",\"imei\":\"1\"}");
    }

    @Test
    void detail_everyMember_isRead() {
        recorded.answers("{\"name\":\"sensor-01\",\"status\":1,\"enable_status\":false,\"access_pt\":2,\"data_pt\":1,"
                + "\"desc\":\"roof\",\"imei\":\"866\",\"create_time\":\"2026-01-02 03:04:05\","
                + "\"act_time\":\"2026-01-03T03:04:05.250\",\"last_time\":\"2026-01-04T03:04:05+08:00\"}");

        DeviceDetail device = devices.detail(SENSOR).execute();

        assertThat(device.status()).contains(DeviceStatus.ONLINE);
        assertThat(device.enabled()).contains(false);
        assertThat(device.accessProtocol()).contains(AccessProtocol.MQTT);
        assertThat(device.dataProtocol()).contains(1);
        assertThat(device.description()).contains("roof");
        assertThat(device.imei()).contains("866");
        assertThat(device.createdAt()).contains(Instant.parse("2026-01-01T19:04:05Z"));
        assertThat(device.activatedAt()).contains(Instant.parse("2026-01-02T19:04:05.250Z"));
        assertThat(device.lastOnlineAt()).contains(Instant.parse("2026-01-03T19:04:05Z"));
        assertThat(recorded.received().getTarget())
                .isEqualTo("/device/detail?product_id=a1B2c3D4e5&device_name=sensor-01");
    }

    @Test
    void detail_membersMissing_areEmpty() {
        recorded.answers("{\"name\":\"sensor-01\",\"last_time\":\"never\",\"access_pt\":77}");

        DeviceDetail device = devices.detail(SENSOR).execute();

        assertThat(device.status()).isEmpty();
        assertThat(device.key()).isEmpty();
        assertThat(device.lastOnlineAt()).isEmpty();
        assertThat(device.accessProtocol()).isEmpty();
    }

    @Test
    void detail_withoutData_saysSo() {
        recorded.answersNothing();

        assertThatThrownBy(() -> devices.detail(SENSOR).execute())
                .isInstanceOf(MappingException.class)
                .hasMessage("data: is missing in the answer of the platform.");
    }

    @ParameterizedTest
    @CsvSource({"0, OFFLINE", "1, ONLINE", "2, INACTIVE", "3, UNKNOWN"})
    void detail_status_isThatOfTheCurrentGeneration(int number, DeviceStatus status) {
        recorded.answers("{\"name\":\"sensor-01\",\"status\":" + number + "}");

        assertThat(devices.detail(SENSOR).execute().status()).contains(status);
    }

    @Test
    void list_severalPages_areAskedForAsTheyAreNeeded() {
        recorded.answers("{\"list\":" + names(0, 100) + ",\"total\":130}");
        recorded.answers("{\"list\":" + names(100, 130) + ",\"total\":130}");

        List<String> names = devices.list(Devices.PRODUCT_ID).stream()
                .map(device -> device.id().deviceName())
                .toList();

        assertThat(names).hasSize(130).endsWith("d-129");
        assertThat(recorded.received().getTarget()).endsWith("offset=0&limit=100");
        assertThat(recorded.received().getTarget()).endsWith("offset=100&limit=100");
        assertThat(recorded.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void list_totalNotTold_endsWithAShortPage() {
        recorded.answers("{\"list\":" + names(0, 3) + "}");

        assertThat(devices.list(Devices.PRODUCT_ID)).hasSize(3);
    }

    @Test
    void list_firstItemOnly_asksForOnePage() {
        recorded.answers("{\"list\":" + names(0, 100) + ",\"total\":1000}");

        Optional<DeviceDetail> first = devices.list(Devices.PRODUCT_ID).stream().findFirst();

        assertThat(first).map(DeviceDetail::id).contains(new OneNetDeviceId(Devices.PRODUCT_ID, "d-0"));
        assertThat(recorded.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void page_ofAList_hasItsTotal() {
        recorded.answers("{\"list\":" + names(5, 7) + ",\"total\":9}");

        ApiPage<DeviceDetail> page = devices.list(Devices.PRODUCT_ID).page(5, 2).execute();

        assertThat(page.items()).hasSize(2);
        assertThat(page.total()).isEqualTo(OptionalLong.of(9));
    }

    @Test
    void page_tooLarge_isRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> devices.list(Devices.PRODUCT_ID).page(0, 101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A page begins at 0 or later and has 1 to 100 items; asked for 101 from 0.");
    }

    private static String names(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"name\":\"d-" + i + "\",\"status\":0}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void update_attributes_areSent() {
        recorded.answersNothing();

        ApiAnswer answer = devices.update(
                        SENSOR, DeviceAttributes.builder().description("cellar").build())
                .execute();

        assertThat(answer.requestId()).isEqualTo(RecordedApi.REQUEST_ID);
        assertThat(recorded.received().getBody().utf8()).contains("\"desc\":\"cellar\"");
    }

    @Test
    void delete_device_isAPost() {
        recorded.answersNothing();

        devices.delete(SENSOR).execute();

        assertThat(recorded.received().getRequestLine()).startsWith("POST /device/delete ");
    }

    @Test
    void resetKey_device_bringsTheNewOne() {
        recorded.answers("{\"sec_key\":\"new\"}");

        assertThat(devices.resetKey(SENSOR).execute()).isEqualTo(Secret.of("new"));
    }

    @Test
    void statusHistory_period_isInMilliseconds() {
        recorded.answers("{\"list\":[{\"status\":1,\"time\":1700000000000},{\"status\":0,\"time\":1700000001000}]}");

        List<StatusChange> changes = devices
                .statusHistory(
                        SENSOR, Instant.ofEpochMilli(1_699_999_999_999L), Instant.ofEpochMilli(1_700_000_002_000L))
                .stream()
                .toList();

        assertThat(changes)
                .containsExactly(
                        new StatusChange(DeviceStatus.ONLINE, Instant.ofEpochMilli(1_700_000_000_000L)),
                        new StatusChange(DeviceStatus.OFFLINE, Instant.ofEpochMilli(1_700_000_001_000L)));
        assertThat(recorded.received().getTarget()).contains("start_time=1699999999999&end_time=1700000002000");
    }

    @Test
    void product_detail_keepsKeysApart() {
        recorded.answers("{\"name\":\"Lamp\",\"access_key\":\"s3cret\",\"api_key\":\"s3cret\",\"data_pt\":1}");

        ProductDetail product = devices.product(Devices.PRODUCT_ID).execute();

        assertThat(product.name()).contains("Lamp");
        assertThat(product.key()).contains(Secret.of("s3cret"));
        assertThat(product.values()).isEqualTo(Values.of("name", "Lamp", "data_pt", 1));
        assertThat(product.toString()).doesNotContain("s3cret");
    }
}
