package org.iotconnector.simulator.internal.adafruit.http;

import org.iotconnector.simulator.internal.http.Response;

/** One operation of the REST API. */
@FunctionalInterface
interface Operation {

    /**
     * Does it.
     *
     * @throws ApiFailure if it cannot be done
     * @throws org.iotconnector.simulator.internal.adafruit.store.RefusedException if the store does not do it
     */
    Response run(Call call);
}
