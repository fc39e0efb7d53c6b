package org.iotconnector.onenet.api;

import org.iotconnector.core.thing.Value;

/**
 * What a property shall become.
 *
 * @param value the value wanted
 * @param version how often it was set, from 1; begins anew after it was deleted
 */
public record DesiredValue(Value value, long version) {}
