/** How DFRobot Easy IoT and SIoT names topics and writes messages. Free to change: no other module imports it. */
@NullMarked
package org.iotconnector.easyiot.internal;

import org.jspecify.annotations.NullMarked;
