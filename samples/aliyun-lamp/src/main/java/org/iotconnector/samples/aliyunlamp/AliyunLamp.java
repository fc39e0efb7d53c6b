package org.iotconnector.samples.aliyunlamp;

import java.time.Duration;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.thing.Values;
import org.iotconnector.samples.common.StopSignal;

/** Reports its switch and the light on its sensor every second, and lets the platform switch it. */
public final class AliyunLamp {
    private final Device device;
    private final LampHardware hardware;

    AliyunLamp(Device device, LampHardware hardware) {
        this.device = device;
        this.hardware = hardware;
        device.onSet(this::set);
    }

    public static void main(String... args) {
        System.exit(new LampCommand().execute(args));
    }

    static void run(LampCommand command, StopSignal stop) throws InterruptedException {
        try (LampPlatform platform = command.platform();
                LampHardware hardware = command.hardware();
                Connector connector = Connector.create()) {
            Device device = platform.open(connector);
            AliyunLamp lamp = new AliyunLamp(device, hardware);
            device.awaitOnline(Duration.ofSeconds(30));
            System.out.println("lamp   is online with " + hardware);
            do {
                lamp.report();
            } while (!stop.within(Duration.ofSeconds(1)));
            device.close();
            System.out.println("lamp   is offline: " + device.session().ledger());
        }
    }

    void report() {
        Values values = Values.of("LightSwitch", hardware.isOn(), "CurrentLedADC", hardware.light());
        device.report(values)
                .replied()
                .whenComplete((reply, failure) -> System.out.println("lamp   reports " + values
                        + (failure == null
                                ? ", platform replies " + reply.code()
                                : ", which fails: " + failure.getMessage())));
    }

    private SetResult set(Values wanted) {
        if (!wanted.has("LightSwitch")) {
            return SetResult.invalid("This lamp can set LightSwitch only, not " + wanted.names() + ".");
        }
        hardware.switchTo(wanted.bool("LightSwitch"));
        System.out.println("lamp   switches " + (hardware.isOn() ? "on" : "off"));
        report(); // The platform shows what devices report: a set alone changes nothing there.
        return SetResult.done();
    }
}
