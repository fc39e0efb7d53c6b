/**
 * Adafruit IO as a platform: a device's configuration, the provider that core works with, and what only this platform has.
 */
@NullMarked
package org.iotconnector.adafruit;

import org.jspecify.annotations.NullMarked;
