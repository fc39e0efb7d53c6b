/**
 * The simulated Adafruit IO: its settings, and what tests see of accounts and feeds. Facts after the Adafruit IO API docs, read 2026-11.
 */
@NullMarked
package org.iotconnector.simulator.adafruit;

import org.jspecify.annotations.NullMarked;
