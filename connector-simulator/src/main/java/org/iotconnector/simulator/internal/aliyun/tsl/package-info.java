/**
 * Thing models of the Aliyun platform (TSL files): reading them and checking values against them. A value that fails gets the
 * platform's error code.
 */
@NullMarked
package org.iotconnector.simulator.internal.aliyun.tsl;

import org.jspecify.annotations.NullMarked;
