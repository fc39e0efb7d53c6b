/**
 * A gateway on OneNET with a thermometer and a plug behind it. {@code HomeGateway} is what it does; beside it stands the
 * simulator that it runs on until it is given a folder of settings files.
 */
@NullMarked
package org.iotconnector.samples.onenetgateway;

import org.jspecify.annotations.NullMarked;
