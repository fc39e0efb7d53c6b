/**
 * DFRobot SIoT, a broker for one classroom, in its two generations: a device's configuration, the provider that core works with, and the
 * server's HTTP interface.
 */
@NullMarked
package org.iotconnector.easyiot.siot;

import org.jspecify.annotations.NullMarked;
