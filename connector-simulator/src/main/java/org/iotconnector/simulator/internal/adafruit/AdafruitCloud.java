package org.iotconnector.simulator.internal.adafruit;

import java.net.InetAddress;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.internal.adafruit.store.Accounts;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/**
 * What MQTT and HTTP share. To be used on the loop thread, except {@code loop}, {@code settings} and {@code address}.
 *
 * @param address what listeners bind to
 * @param settings the settings
 * @param accounts accounts, feeds and data
 * @param broker the MQTT side
 * @param services weather, air quality and words
 * @param loop the working thread and the clock
 */
public record AdafruitCloud(
        InetAddress address,
        AdafruitSettings settings,
        Accounts accounts,
        BrokerControl broker,
        Services services,
        SimulatorLoop loop) {}
