/** How the history is kept in SQLite and drawn. Free to change: no other module imports it. */
@NullMarked
package org.iotconnector.history.internal;

import org.jspecify.annotations.NullMarked;
