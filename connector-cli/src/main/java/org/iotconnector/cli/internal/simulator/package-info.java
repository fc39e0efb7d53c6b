/** The commands that need no account: {@code simulate} and {@code demo}. Free to change. */
@NullMarked
package org.iotconnector.cli.internal.simulator;

import org.jspecify.annotations.NullMarked;
