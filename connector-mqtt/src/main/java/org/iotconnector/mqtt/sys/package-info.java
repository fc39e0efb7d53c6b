/** What a broker says about itself on its {@code $SYS} topics. */
@NullMarked
package org.iotconnector.mqtt.sys;

import org.jspecify.annotations.NullMarked;
