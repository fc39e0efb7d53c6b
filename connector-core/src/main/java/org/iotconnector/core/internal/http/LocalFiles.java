package org.iotconnector.core.internal.http;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;

/** Work on files of this machine, whose errors must not pass for those of the network. */
final class LocalFiles {
    /** What is done to a file. */
    interface Step<T> {
        T run() throws IOException;
    }

    /** The same for files as {@link HttpException} is for callers: an I/O error that OkHttp hands through. */
    static final class FileFailure extends IOException {
        private static final long serialVersionUID = 1L;

        private final HttpException explained;

        FileFailure(HttpException explained) {
            super(explained);
            this.explained = explained;
        }

        HttpException explained() {
            return explained;
        }
    }

    private LocalFiles() {}

    /** Runs {@code step}, which would {@code verb} (read, write, replace) {@code file}. */
    static <T> T call(String verb, Path file, Step<T> step) throws FileFailure {
        try {
            return step.run();
        } catch (IOException e) {
            throw new FileFailure(new HttpException(Reason.FILE, "Cannot " + verb + " " + file + ": " + why(e), e));
        }
    }

    private static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or directory. Create the directory, or choose another path.";
        } else if (e instanceof AccessDeniedException) {
            return "access is denied. Give this program's user the right to it, or choose another path.";
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space") || lower.contains("not enough space") || lower.contains("quota")) {
            return "the disk is full (" + message + "). Free some space; what has arrived is kept.";
        }
        return message + ".";
    }
}
