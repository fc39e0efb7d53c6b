/**
 * Many devices over one connector: read from a folder or a table, opened together, added, replaced and removed while they
 * run, counted by state, closed in order. See {@link org.iotconnector.core.fleet.Fleet}.
 */
@NullMarked
package org.iotconnector.core.fleet;

import org.jspecify.annotations.NullMarked;
