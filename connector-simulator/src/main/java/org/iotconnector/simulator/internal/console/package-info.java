/**
 * The console port: control API and a plain page, over the HTTP server of the JDK. It answers local callers only.
 */
@NullMarked
package org.iotconnector.simulator.internal.console;

import org.jspecify.annotations.NullMarked;
