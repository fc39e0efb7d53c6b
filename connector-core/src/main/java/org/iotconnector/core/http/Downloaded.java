package org.iotconnector.core.http;

import java.nio.file.Path;

/**
 * A download that succeeded.
 *
 * @param file complete and checked
 * @param size in bytes
 * @param attempts how many connections it took; 0 if an earlier run had left all bytes
 */
public record Downloaded(Path file, long size, int attempts) {}
