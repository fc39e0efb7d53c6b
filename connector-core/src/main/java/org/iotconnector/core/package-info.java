/**
 * What an application holds: the {@code Connector}, its {@code Device}s, their deliveries, and the exceptions that say
 * who has to act. Everything else in this module serves these few types.
 */
@NullMarked
package org.iotconnector.core;

import org.jspecify.annotations.NullMarked;
