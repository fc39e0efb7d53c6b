/** Device settings as commands take them: from options, the environment, a file or a prompt. Free to change. */
@NullMarked
package org.iotconnector.cli.internal.settings;

import org.jspecify.annotations.NullMarked;
