package org.iotconnector.core;

import java.util.concurrent.CompletionStage;
import org.iotconnector.core.thing.Values;

/** Like {@link ServiceHandler}, for work that ends later. The next message is handled once the stage has completed. */
@FunctionalInterface
public interface AsyncServiceHandler {
    /** Begins the service with {@code input}; a stage that fails is logged and answered as failed. */
    CompletionStage<ServiceResult> onCall(Values input) throws Exception;
}
