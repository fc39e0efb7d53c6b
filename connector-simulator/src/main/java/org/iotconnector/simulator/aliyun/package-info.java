/**
 * The simulated Alibaba Cloud IoT platform: its products and devices as settings, and a handle per device to set properties,
 * call services and read what the device reported.
 */
@NullMarked
package org.iotconnector.simulator.aliyun;

import org.jspecify.annotations.NullMarked;
