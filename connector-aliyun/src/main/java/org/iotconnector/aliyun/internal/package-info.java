/**
 * How Aliyun IoT signs, names its topics and writes its messages. Free to change: no other module imports it.
 */
@NullMarked
package org.iotconnector.aliyun.internal;

import org.jspecify.annotations.NullMarked;
