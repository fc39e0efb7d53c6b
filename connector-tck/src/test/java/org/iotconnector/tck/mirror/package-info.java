/** A toy platform whose reports and commands share a topic, and what core does for platforms of that kind. */
@NullMarked
package org.iotconnector.tck.mirror;

import org.jspecify.annotations.NullMarked;
