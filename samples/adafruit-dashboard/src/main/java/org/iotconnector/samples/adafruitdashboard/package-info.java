/** A greenhouse on Adafruit IO: sensors and a lamp as feeds of a group, and a dashboard to see and move them. */
@NullMarked
package org.iotconnector.samples.adafruitdashboard;

import org.jspecify.annotations.NullMarked;
