/**
 * Upgrades of devices: tasks and their states. OneNET, "OTA", read 2026-11. Confined to the loop thread, except the handle that
 * tests hold.
 */
@NullMarked
package org.iotconnector.simulator.internal.onenet.ota;

import org.jspecify.annotations.NullMarked;
