package org.iotconnector.core;

import java.util.OptionalInt;
import org.iotconnector.core.spi.ReplyCodes;

/** What a device answers to a property set. */
public final class SetResult {
    private static final SetResult DONE = new SetResult(Status.DONE, OptionalInt.empty(), "success");

    enum Status {
        DONE,
        FAILED,
        INVALID
    }

    private final Status status;
    private final OptionalInt code;
    private final String text;

    private SetResult(Status status, OptionalInt code, String text) {
        this.status = status;
        this.code = code;
        this.text = text;
    }

    /** The device has the new values. */
    public static SetResult done() {
        return DONE;
    }

    /** The device tried and failed; {@code text} goes to the platform. */
    public static SetResult failed(String text) {
        return new SetResult(Status.FAILED, OptionalInt.empty(), text);
    }

    /** The values are wrong; {@code text} goes to the platform. */
    public static SetResult invalid(String text) {
        return new SetResult(Status.INVALID, OptionalInt.empty(), text);
    }

    /** An answer with a code of the device's own, in the platform's numbers. */
    public static SetResult ofCode(int code, String text) {
        return new SetResult(Status.FAILED, OptionalInt.of(code), text);
    }

    /** The number to answer on a platform that uses {@code codes}. */
    public int code(ReplyCodes codes) {
        return code.orElseGet(() -> switch (status) {
            case DONE -> codes.done();
            case INVALID -> codes.invalid();
            case FAILED -> codes.failed();
        });
    }

    /** The text to answer; may be empty. */
    public String text() {
        return text;
    }
}
