/**
 * What one platform tells the broker: who may log in, subscribe and publish, and what happens with a message. A platform
 * implements {@link org.iotconnector.simulator.internal.spi.PlatformRules} and acts through
 * {@link org.iotconnector.simulator.internal.spi.BrokerControl}.
 */
@NullMarked
package org.iotconnector.simulator.internal.spi;

import org.jspecify.annotations.NullMarked;
