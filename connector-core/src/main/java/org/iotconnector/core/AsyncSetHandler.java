package org.iotconnector.core;

import java.util.concurrent.CompletionStage;
import org.iotconnector.core.thing.Values;

/** Like {@link SetHandler}, for work that ends later. The next message is handled once the stage has completed. */
@FunctionalInterface
public interface AsyncSetHandler {
    /** Begins to set {@code values}; a stage that fails is logged and answered as failed. */
    CompletionStage<SetResult> onSet(Values values) throws Exception;
}
