package org.iotconnector.onenet;

import org.iotconnector.core.http.Checksum;

/**
 * An upgrade that waits for a device.
 *
 * @param id the task's number
 * @param kind what it replaces
 * @param target the version that the device shall have
 * @param size of the image, in bytes
 * @param checksum of the image
 * @param state how far it is
 * @param differential whether the image holds only what differs from the running version
 */
public record OtaTask(
        long id, OtaKind kind, String target, long size, Checksum checksum, OtaState state, boolean differential) {}
