/**
 * DFRobot SIoT, the broker of the classroom, in both generations: topics of projects and devices, stored messages, the HTTP API. Begin
 * with {@link org.iotconnector.simulator.siot.SiotSimulator}.
 */
@NullMarked
package org.iotconnector.simulator.siot;

import org.jspecify.annotations.NullMarked;
