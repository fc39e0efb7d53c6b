package org.iotconnector.samples.onenetsensor;

/** What the sensor measures. */
interface Climate {
    /** In degrees Celsius. */
    double temperature();

    /** Relative, in percent. */
    double humidity();
}
