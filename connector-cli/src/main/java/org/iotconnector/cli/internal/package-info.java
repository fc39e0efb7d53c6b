/** What all commands share: how they are declared, how failures are told, how output looks. Free to change. */
@NullMarked
package org.iotconnector.cli.internal;

import org.jspecify.annotations.NullMarked;
