package org.iotconnector.simulator.internal.onenet.file;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.iotconnector.simulator.internal.onenet.Digest;
import org.iotconnector.simulator.onenet.DeviceFile;

/** The files of one device: the last thousand, for three months each. */
public final class DeviceFiles {
    /** The largest file, in bytes. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final int MAX_FILES = 1000;
    private static final Duration LIFETIME = Duration.ofDays(90);

    private final Map<String, DeviceFile> files = new LinkedHashMap<>();

    /** Stores a file, in place of the oldest when there is no more room. */
    public DeviceFile add(String name, byte[] content, Instant now) {
        String uuid = UUID.randomUUID().toString();
        DeviceFile file = new DeviceFile(uuid, name, Digest.md5Hex(content), now, content);
        files.put(uuid, file);
        if (files.size() > MAX_FILES) {
            files.remove(files.keySet().iterator().next());
        }
        return file;
    }

    /** A file that has not expired. */
    public Optional<DeviceFile> find(String uuid, Instant now) {
        return Optional.ofNullable(files.get(uuid))
                .filter(file -> now.isBefore(file.storedAt().plus(LIFETIME)));
    }

    /** All files, oldest first. */
    public List<DeviceFile> all() {
        return List.copyOf(files.values());
    }
}
