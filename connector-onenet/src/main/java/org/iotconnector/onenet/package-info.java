/**
 * China Mobile OneNET as a platform: a device's configuration, the provider that core works with, and what only this
 * platform has. Facts are those of docs/platforms/onenet.md, read in November 2026.
 */
@NullMarked
package org.iotconnector.onenet;

import org.jspecify.annotations.NullMarked;
