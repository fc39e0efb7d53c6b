/**
 * A temperature and humidity sensor as a device on OneNET. {@code ClimateSensor} is the device and knows no platform;
 * beside it stand its sensor, its firmware updates, and the simulator that it runs on until it is given a settings file.
 */
@NullMarked
package org.iotconnector.samples.onenetsensor;

import org.jspecify.annotations.NullMarked;
