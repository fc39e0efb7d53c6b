/**
 * Exactly what a platform's provider implements: pure functions from settings to credentials and between thing-model
 * messages and bytes, and the platform's limits as data. A provider opens no socket, starts no thread, reads no clock.
 */
@NullMarked
package org.iotconnector.core.spi;

import org.jspecify.annotations.NullMarked;
