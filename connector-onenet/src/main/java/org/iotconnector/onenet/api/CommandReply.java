package org.iotconnector.onenet.api;

import org.iotconnector.core.thing.Bytes;

/**
 * What a device answered to a command.
 *
 * @param uuid the number that the platform gave the command
 * @param response the device's answer, less than 1 KB
 */
public record CommandReply(String uuid, Bytes response) {}
