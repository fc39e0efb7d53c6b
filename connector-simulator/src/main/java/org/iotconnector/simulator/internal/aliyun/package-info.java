/**
 * How the simulated Aliyun platform behaves: login, topics, Alink messages, limits. Written from the platform's documents and
 * published vectors alone, sharing no code with the connector that talks to it.
 */
@NullMarked
package org.iotconnector.simulator.internal.aliyun;

import org.jspecify.annotations.NullMarked;
