/**
 * Reads and writes values as JSON and reads thing-model files. Free to change: only this module uses it.
 */
@NullMarked
package org.iotconnector.core.internal.thing;

import org.jspecify.annotations.NullMarked;
