package org.iotconnector.samples.aliyunlamp;

/** An LED and a light sensor; its text says what they are for people. Thread-safe. */
interface LampHardware extends AutoCloseable {
    /** Whether the LED shines. */
    boolean isOn();

    /** Switches the LED. */
    void switchTo(boolean on);

    /** The light on the sensor, 0 (dark) to 1023. */
    int light();

    /** Switches the LED off and gives its pins back. */
    @Override
    void close();
}
