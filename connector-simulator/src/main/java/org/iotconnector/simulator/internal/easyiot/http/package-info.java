/** The message search that Easy IoT's own page uses, as others have seen it. Everything runs on the loop thread. */
@NullMarked
package org.iotconnector.simulator.internal.easyiot.http;

import org.jspecify.annotations.NullMarked;
