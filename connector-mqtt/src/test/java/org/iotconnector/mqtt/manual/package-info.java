/** The Java code of the manual, compiled; a test compares the pages with it. */
@NullMarked
package org.iotconnector.mqtt.manual;

import org.jspecify.annotations.NullMarked;
