/** Fuzz tests, and what they share: each target reads an input or refuses it in the documented way. */
@NullMarked
package org.iotconnector.fuzz;

import org.jspecify.annotations.NullMarked;
