/**
 * OneNET's first generation, "multi-protocol MQTT": a device's configuration, the provider that core works with, the
 * packets of its data topic, and registration. Facts are those of docs/platforms/onenetlegacy.md, read in November 2026.
 */
@NullMarked
package org.iotconnector.onenet.legacy;

import org.jspecify.annotations.NullMarked;
