/**
 * The REST API of Adafruit IO, version 2, for applications: feeds and their data, groups, dashboards, and whatever else an
 * account has. Names are those of the API.
 */
@NullMarked
package org.iotconnector.adafruit.rest;

import org.jspecify.annotations.NullMarked;
