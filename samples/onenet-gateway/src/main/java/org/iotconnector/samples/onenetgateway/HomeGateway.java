package org.iotconnector.samples.onenetgateway;

import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.thing.Values;

/**
 * Speaks for a thermometer and a plug that have no connection of their own. To this class they are devices like any other:
 * that all three share one MQTT connection, and that the gateway logs the two in, is a matter of settings.
 */
public final class HomeGateway {
    private final Device thermometer;
    private final Device plug;
    private int readings;
    private boolean power;

    HomeGateway(Device thermometer, Device plug) {
        this.thermometer = thermometer;
        this.plug = plug;
        plug.onSet(this::switchPlug);
    }

    public static void main(String... args) {
        System.exit(new GatewayCommand().execute(args));
    }

    synchronized void report() {
        double temperature = 20 + readings++ % 10 / 2.0;
        report("thermometer", thermometer, Values.of("temperature", temperature));
        report("plug       ", plug, Values.of("power", power));
    }

    private static void report(String name, Device device, Values values) {
        device.report(values)
                .replied()
                .whenComplete((reply, failure) -> System.out.println(name + "  reports " + values
                        + (failure == null
                                ? ", platform replies " + reply.code()
                                : ", which fails: " + failure.getMessage())));
    }

    private synchronized SetResult switchPlug(Values wanted) {
        if (!wanted.has("power")) {
            return SetResult.invalid("This plug can set power only, not " + wanted.names() + ".");
        }
        power = wanted.bool("power");
        System.out.println("plug         switches " + (power ? "on" : "off"));
        report("plug       ", plug, Values.of("power", power));
        return SetResult.done();
    }
}
