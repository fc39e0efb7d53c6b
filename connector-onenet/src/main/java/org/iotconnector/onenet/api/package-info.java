/**
 * The application side of OneNET: a typed client for the API of 2022 and later, with which a service manages devices, reads
 * what they reported and tells them what to do. Independent of the device side, but for the tokens.
 */
@NullMarked
package org.iotconnector.onenet.api;

import org.jspecify.annotations.NullMarked;
