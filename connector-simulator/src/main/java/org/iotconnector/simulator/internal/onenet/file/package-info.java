/**
 * Files of devices and the configuration that they pull. OneNET Studio, "File management" and "Remote configuration", read 2026-11.
 * Confined to the loop thread.
 */
@NullMarked
package org.iotconnector.simulator.internal.onenet.file;

import org.jspecify.annotations.NullMarked;
