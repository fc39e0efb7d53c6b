/**
 * DFRobot Easy IoT as a platform: a device's configuration, the provider that core works with, and what only this platform has. SIoT,
 * the classroom server of the same maker, is in {@link org.iotconnector.easyiot.siot}.
 */
@NullMarked
package org.iotconnector.easyiot;

import org.jspecify.annotations.NullMarked;
