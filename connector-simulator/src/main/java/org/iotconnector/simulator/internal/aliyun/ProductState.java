package org.iotconnector.simulator.internal.aliyun;

import org.iotconnector.simulator.aliyun.RawScript;
import org.iotconnector.simulator.aliyun.ValidationLevel;
import org.iotconnector.simulator.internal.aliyun.tsl.ThingModel;
import org.jspecify.annotations.Nullable;

/**
 * What all devices of a product have in common.
 *
 * @param productKey its key
 * @param model null when there is nothing to check against
 * @param validation how strictly to check
 * @param rawScript null for the fixed reply
 */
record ProductState(
        String productKey,
        @Nullable ThingModel model,
        ValidationLevel validation,
        @Nullable RawScript rawScript) {}
