/** The command {@code credentials} and the forms in which it prints a login. Free to change. */
@NullMarked
package org.iotconnector.cli.internal.credentials;

import org.jspecify.annotations.NullMarked;
