package org.iotconnector.simulator.internal.onenet;

import org.jspecify.annotations.Nullable;

/**
 * What {@link TokenCheck} found.
 *
 * @param code {@link #OK} or one of the platform's codes 1101 to 1114
 * @param text what is wrong, without secrets; empty when good
 * @param token the token, null when it could not be read
 * @param scope what it speaks for, null when that could not be told
 */
public record TokenVerdict(
        int code,
        String text,
        @Nullable Token token,
        @Nullable TokenScope scope) {
    /** The code of a good token. */
    public static final int OK = 200;

    /** Whether the token is good. */
    public boolean isGood() {
        return code == OK;
    }
}
