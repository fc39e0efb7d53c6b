/**
 * A history of one's own: what devices say, kept in a file on this machine, whatever the platform; to be asked, exported and drawn.
 */
@NullMarked
package org.iotconnector.history;

import org.jspecify.annotations.NullMarked;
