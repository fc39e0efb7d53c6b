package org.iotconnector.onenet.manual;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetDeviceId;
import org.iotconnector.onenet.OneNetGateway;
import org.iotconnector.onenet.OneNetImage;
import org.iotconnector.onenet.api.ApiCredentials;
import org.iotconnector.onenet.api.DeviceDetail;
import org.iotconnector.onenet.api.DeviceReply;
import org.iotconnector.onenet.api.DeviceStatus;
import org.iotconnector.onenet.api.OneNetApi;

/** Each piece between a {@code tag} and its {@code end} stands in a page of the manual, to the letter but for white space. */
final class ManualExamples {
    final List<Values> applied = new CopyOnWriteArrayList<>();
    final List<OneNetDeviceId> followed = new CopyOnWriteArrayList<>();

    private void apply(Values state) {
        applied.add(state);
    }

    private void follow(List<OneNetDeviceId> devices) {
        followed.addAll(devices);
    }

    OneNetConfig config() {
        // tag::config[]
        OneNetConfig lamp = OneNetConfig.builder()
                .productId("Demo0Prod1")
                .deviceName("lamp-1")
                .deviceKey(Secret.fromEnv("LAMP_KEY"))
                .build();
        // end::config[]
        return lamp;
    }

    Values image(Device sensor, OneNetConfig config) {
        // tag::image[]
        OneNetImage image = OneNetImage.of(sensor, config);
        image.onDelta(delta -> apply(delta.state()));
        image.update(Values.of("threshold", 30), Values.empty()).join();
        Values document = image.get().join();
        // end::image[]
        return document;
    }

    void subDevice(Connector connector) {
        // tag::sub-device[]
        OneNetConfig hub = OneNetConfig.builder()
                .productId("Hub0Prod01")
                .deviceName("hub-1")
                .deviceKey(Secret.fromEnv("HUB_KEY"))
                .build();
        Device child = connector.open(OneNetConfig.builder()
                .productId("SubPid0001")
                .deviceName("child-1")
                .gateway(hub)
                .build());
        child.report(Values.of("power", 1));
        // end::sub-device[]
    }

    List<OneNetDeviceId> topology(Device gateway, OneNetConfig hub) {
        // tag::topology[]
        OneNetGateway topology = OneNetGateway.of(gateway, hub);
        List<OneNetDeviceId> known = topology.subDevices().join();
        topology.onChange(devices -> follow(devices));
        // end::topology[]
        return known;
    }

    List<DeviceDetail> application(Connector connector, Secret productKey) {
        // tag::application[]
        OneNetApi api = OneNetApi.builder(connector.http(), ApiCredentials.ofProduct("Demo0Prod1", productKey))
                .build();
        OneNetDeviceId lamp = new OneNetDeviceId("Demo0Prod1", "lamp-1");
        DeviceReply reply = api.thingModel()
                .setProperties(lamp, Values.of("LightSwitch", true))
                .execute();
        List<DeviceDetail> online = api.devices().list("Demo0Prod1").stream()
                .filter(device -> device.status().equals(Optional.of(DeviceStatus.ONLINE)))
                .toList();
        // end::application[]
        return reply.isDone() ? online : List.of();
    }
}
