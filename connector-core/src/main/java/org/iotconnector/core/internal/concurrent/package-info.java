/** Threads and queues: who runs what, one thing at a time. Free to change; no other module imports it. */
@NullMarked
package org.iotconnector.core.internal.concurrent;

import org.jspecify.annotations.NullMarked;
