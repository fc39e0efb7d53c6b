package org.iotconnector.simulator.aliyun;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parse script of a product with the custom data format: turns its bytes into Alink messages and back, as the
 * script in the console does. Called on the simulator's thread, so it must not block. An exception counts as a script error.
 */
public interface RawScript {

    /**
     * Bytes from the device to an Alink message.
     *
     * @param raw payload of {@code up_raw} or {@code down_raw_reply}
     * @return the message as plain values; a request must have {@code method}
     */
    Map<String, @Nullable Object> rawDataToProtocol(byte[] raw);

    /**
     * An Alink message to bytes for the device.
     *
     * @param alink a request of the platform, or its reply to a request of the device
     * @return payload for {@code down_raw} or {@code up_raw_reply}
     */
    byte[] protocolToRawData(Map<String, @Nullable Object> alink);
}
