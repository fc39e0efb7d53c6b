/**
 * A lamp with a light sensor as a device on Aliyun IoT. {@code AliyunLamp} is the device; beside it stand its hardware,
 * and the simulator that it runs on until it is given a settings file.
 */
@NullMarked
package org.iotconnector.samples.aliyunlamp;

import org.jspecify.annotations.NullMarked;
