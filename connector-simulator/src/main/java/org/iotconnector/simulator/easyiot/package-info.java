/**
 * DFRobot Easy IoT: accounts, devices that are random topics, and the messages the site stores. Begin with {@link
 * org.iotconnector.simulator.easyiot.EasyIotSimulator}.
 */
@NullMarked
package org.iotconnector.simulator.easyiot;

import org.jspecify.annotations.NullMarked;
