/**
 * Aliyun IoT as a platform: a device's configuration, the provider that core works with, and custom topics. Facts are
 * those of docs/platforms/aliyun.md, read in November 2026.
 */
@NullMarked
package org.iotconnector.aliyun;

import org.jspecify.annotations.NullMarked;
