/**
 * JSON to plain Java values and back. Jackson stays behind this package.
 */
@NullMarked
package org.iotconnector.simulator.internal.json;

import org.jspecify.annotations.NullMarked;
