/**
 * How OneNET signs, names its topics and writes its messages. Free to change: no other module imports it.
 */
@NullMarked
package org.iotconnector.onenet.internal;

import org.jspecify.annotations.NullMarked;
