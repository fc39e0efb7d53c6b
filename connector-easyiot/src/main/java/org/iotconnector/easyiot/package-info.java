/**
 * DFRobot Easy IoT and SIoT as a platform: a device's configuration, the provider that core works with, and what only this platform has.
 */
@NullMarked
package org.iotconnector.easyiot;

import org.jspecify.annotations.NullMarked;
