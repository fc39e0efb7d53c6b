package org.iotconnector.core.http;

import java.util.OptionalLong;

/**
 * How far a download is.
 *
 * @param bytes how many bytes are there, those of earlier attempts included
 * @param total how many there will be; empty while unknown
 * @param bytesPerSecond the mean rate of this attempt
 * @param attempt the number of the attempt, from 1
 */
public record DownloadProgress(long bytes, OptionalLong total, long bytesPerSecond, int attempt) {
    /** From 0 to 100, rounded down; empty while the total is unknown. */
    public OptionalLong percent() {
        return total.isPresent()
                ? OptionalLong.of(total.getAsLong() == 0 ? 100 : bytes * 100 / total.getAsLong())
                : OptionalLong.empty();
    }
}
