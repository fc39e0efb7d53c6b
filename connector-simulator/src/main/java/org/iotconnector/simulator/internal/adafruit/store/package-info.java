/**
 * What Adafruit IO keeps: accounts with their plans and limits, groups, feeds and data. One store serves MQTT and HTTP; a {@link
 * org.iotconnector.simulator.internal.adafruit.store.StoreListener} hears of every value and every notice. Confined to the loop thread.
 */
@NullMarked
package org.iotconnector.simulator.internal.adafruit.store;

import org.jspecify.annotations.NullMarked;
