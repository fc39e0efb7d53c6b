package org.iotconnector.cli;

import java.util.Optional;
import org.iotconnector.core.settings.Secret;

/** What stands at the other end of the streams: somebody who reads and types, or a file. Thread-safe. */
public interface Terminal {
    /** Neither colour nor symbols, and nobody to ask. */
    Terminal NONE = new Terminal() {
        @Override
        public boolean colour() {
            return false;
        }

        @Override
        public boolean unicode() {
            return false;
        }

        @Override
        public Optional<Secret> askSecret(String prompt) {
            return Optional.empty();
        }
    };

    /** Whether colours are understood and wanted. */
    boolean colour();

    /** Whether characters beyond ASCII are shown. */
    boolean unicode();

    /** Asks for a secret without showing what is typed; empty when nobody is there, or nothing was typed. */
    Optional<Secret> askSecret(String prompt);
}
