/** The commands that are a device: {@code report} and {@code watch}. Free to change. */
@NullMarked
package org.iotconnector.cli.internal.device;

import org.jspecify.annotations.NullMarked;
