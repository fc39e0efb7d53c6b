/**
 * The configuration file: YAML into builder calls, with errors that name the key and its place. Nothing is ignored silently.
 */
@NullMarked
package org.iotconnector.simulator.internal.config;

import org.jspecify.annotations.NullMarked;
