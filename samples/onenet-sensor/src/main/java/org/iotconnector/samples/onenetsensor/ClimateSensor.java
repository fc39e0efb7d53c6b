package org.iotconnector.samples.onenetsensor;

import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.thing.Values;

/** Reports temperature and humidity, and warns once whenever it gets hotter than a threshold that the platform sets. */
public final class ClimateSensor {
    private final Device device;
    private final Climate climate;
    private double threshold = 26;
    private boolean hot;

    ClimateSensor(Device device, Climate climate) {
        this.device = device;
        this.climate = climate;
        device.onSet(this::set);
        device.onGet(names -> read());
    }

    public static void main(String... args) {
        System.exit(new SensorCommand().execute(args));
    }

    synchronized void report() {
        Values values = read();
        device.report(values)
                .replied()
                .whenComplete((reply, failure) -> System.out.println("sensor  reports " + values
                        + (failure == null
                                ? ", platform replies " + reply.code()
                                : ", which fails: " + failure.getMessage())));
        boolean wasHot = hot;
        hot = values.number("temperature") > threshold;
        if (hot && !wasHot) {
            System.out.println("sensor  warns: hotter than " + threshold);
            device.event("overheat", Values.of("temperature", values.number("temperature")));
        }
    }

    private synchronized Values read() {
        return Values.of("temperature", climate.temperature(), "humidity", climate.humidity(), "threshold", threshold);
    }

    private synchronized SetResult set(Values wanted) {
        if (!wanted.has("threshold")) {
            return SetResult.invalid("This sensor can set threshold only, not " + wanted.names() + ".");
        }
        threshold = wanted.number("threshold");
        System.out.println("sensor  takes the threshold " + threshold);
        report(); // The platform shows what devices report: a set alone changes nothing there.
        return SetResult.done();
    }
}
