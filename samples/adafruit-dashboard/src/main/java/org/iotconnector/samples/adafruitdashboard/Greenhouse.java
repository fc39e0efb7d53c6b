package org.iotconnector.samples.adafruitdashboard;

import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.thing.Values;

/** Reports temperature, humidity and light; the lamp follows the dimmer, and the light follows the lamp. */
public final class Greenhouse {
    private static final double DAYLIGHT = 12;

    private final Device device;
    private int readings;
    private int dimmer;

    Greenhouse(Device device) {
        this.device = device;
        device.onSet(this::set);
    }

    public static void main(String... args) {
        System.exit(new DashboardCommand().execute(args));
    }

    synchronized void report() {
        readings++;
        double sun = Math.sin(readings * 0.4);
        Values values = Values.of(
                "temperature", round(21 + 3 * sun + dimmer * 0.02),
                "humidity", round(60 - 8 * sun),
                "light", round(DAYLIGHT + 10 * sun + dimmer));
        device.report(values).acknowledged().whenComplete((done, failure) -> {
            System.out.println(
                    "house   reports " + values + (failure == null ? "" : ", which fails: " + failure.getMessage()));
        });
    }

    /** Adafruit IO has no answers: what a device reports next is its answer. */
    private synchronized SetResult set(Values wanted) {
        dimmer = Math.max(0, Math.min(100, wanted.integer("dimmer")));
        System.out.println("house   dims its lamp to " + dimmer + " %");
        device.report(Values.of("dimmer", dimmer));
        return SetResult.done();
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
