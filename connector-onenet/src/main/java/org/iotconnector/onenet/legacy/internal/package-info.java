/**
 * How the first generation of OneNET logs in and writes its packets. Free to change: no other module imports it.
 */
@NullMarked
package org.iotconnector.onenet.legacy.internal;

import org.jspecify.annotations.NullMarked;
