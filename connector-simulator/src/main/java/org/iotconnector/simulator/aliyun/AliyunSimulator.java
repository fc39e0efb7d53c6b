package org.iotconnector.simulator.aliyun;

import java.util.List;
import org.iotconnector.simulator.SimulatedPlatform;

/** The simulated Aliyun platform. Implemented by the simulator only, so it may grow. Thread-safe. */
public interface AliyunSimulator extends SimulatedPlatform {

    /**
     * The handle of one device.
     *
     * @param name product key and device name, for example {@code a1Demo0Prod/lamp-1}
     * @throws IllegalArgumentException if there is no such device; the message names those there are
     */
    AliyunDevice device(String name);

    /** All devices, in the order of the settings. */
    List<AliyunDevice> devices();
}
