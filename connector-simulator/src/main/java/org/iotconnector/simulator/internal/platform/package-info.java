/**
 * What every simulated platform is made of: broker, listeners, and the part of the public API that is the same for all. A
 * platform extends {@link org.iotconnector.simulator.internal.platform.AbstractPlatform} and adds its own part.
 */
@NullMarked
package org.iotconnector.simulator.internal.platform;

import org.jspecify.annotations.NullMarked;
