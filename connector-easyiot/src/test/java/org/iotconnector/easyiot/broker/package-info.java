/** A broker on which reports and commands share their topics, for the contract kit. */
@NullMarked
package org.iotconnector.easyiot.broker;

import org.jspecify.annotations.NullMarked;
