package org.iotconnector.mqtt.homie;

import java.util.List;
import java.util.Optional;

/**
 * What a device says of itself, without values and state. Immutable.
 *
 * @param nodes with properties that have neither value nor target
 */
record DeviceShape(
        String version,
        String name,
        List<HomieNode> nodes,
        Optional<String> root,
        Optional<String> parent,
        List<String> children,
        List<String> extensions) {}
