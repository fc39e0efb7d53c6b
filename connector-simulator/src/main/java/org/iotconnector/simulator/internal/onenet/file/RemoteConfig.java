package org.iotconnector.simulator.internal.onenet.file;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configuration that one device may pull: present, deleted, or never there. */
public final class RemoteConfig {
    private byte @Nullable [] content;
    private boolean everSet;

    /** Publishes a configuration in place of the one before. */
    public void set(byte[] json) {
        content = json.clone();
        everSet = true;
    }

    /** Deletes it. */
    public void delete() {
        content = null;
    }

    /** The present one, not a copy. */
    public Optional<byte[]> content() {
        return Optional.ofNullable(content);
    }

    /** Whether there was one and it was deleted. */
    public boolean isDeleted() {
        return everSet && content == null;
    }
}
