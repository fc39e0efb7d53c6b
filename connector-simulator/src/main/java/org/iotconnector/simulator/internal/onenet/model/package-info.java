/**
 * Thing models of the OneNET platform: reading the console's export and checking values against it. A value that fails gets the
 * platform's words, such as {@code bool type error}.
 */
@NullMarked
package org.iotconnector.simulator.internal.onenet.model;

import org.jspecify.annotations.NullMarked;
