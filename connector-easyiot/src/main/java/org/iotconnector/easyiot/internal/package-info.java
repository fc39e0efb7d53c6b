/** How Easy IoT and SIoT name topics and write messages. Free to change: no other module imports it. */
@NullMarked
package org.iotconnector.easyiot.internal;

import org.jspecify.annotations.NullMarked;
