/**
 * HTTP for platforms that have it: a listener, requests and responses as plain values, and the faults that concern them. A platform
 * implements {@link org.iotconnector.simulator.internal.http.HttpService}; everything runs on the loop thread.
 */
@NullMarked
package org.iotconnector.simulator.internal.http;

import org.jspecify.annotations.NullMarked;
