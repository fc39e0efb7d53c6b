package org.iotconnector.benchmarks;

import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Ten properties as a weather station with a lamp might have them: whole numbers, decimals, booleans and a text. */
final class Workload {
    static final Values VALUES = Values.of(
            "Temperature",
            21.5,
            "Humidity",
            48.25,
            "Pressure",
            1013.2,
            "WindSpeed",
            3.75,
            "Brightness",
            80,
            "CurrentLedADC",
            512,
            "Uptime",
            1_700_000_000_000L,
            "LightSwitch",
            true,
            "Alarm",
            false,
            "Label",
            "hall, first floor");

    static final Uplink REPORT = Uplink.PropertyReport.of(VALUES);

    static final long SEQUENCE = 1042;

    private Workload() {}

    static String json() {
        return Json.toText(Value.of(VALUES));
    }
}
