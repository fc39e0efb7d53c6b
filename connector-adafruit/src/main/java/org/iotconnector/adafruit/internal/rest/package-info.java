/** How the REST API of Adafruit IO is asked: requests, repetition, pauses, paging, errors. Free to change. */
@NullMarked
package org.iotconnector.adafruit.internal.rest;

import org.jspecify.annotations.NullMarked;
