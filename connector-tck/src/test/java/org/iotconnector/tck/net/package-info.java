/** Tests of the proxy that injects faults. */
@NullMarked
package org.iotconnector.tck.net;

import org.jspecify.annotations.NullMarked;
