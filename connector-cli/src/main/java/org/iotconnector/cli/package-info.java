/**
 * The command line {@code iotc}: {@link org.iotconnector.cli.Main} is the program, {@link org.iotconnector.cli.Cli} the
 * same without a process around it. What a command needs of its surroundings comes in through
 * {@link org.iotconnector.cli.Shell}.
 */
@NullMarked
package org.iotconnector.cli;

import org.jspecify.annotations.NullMarked;
