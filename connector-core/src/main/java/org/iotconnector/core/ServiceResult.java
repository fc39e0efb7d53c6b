package org.iotconnector.core;

import org.iotconnector.core.spi.ReplyCodes;
import org.iotconnector.core.thing.Values;

/** What a device answers to a service call. */
public final class ServiceResult {
    private final SetResult status;
    private final Values output;

    private ServiceResult(SetResult status, Values output) {
        this.status = status;
        this.output = output;
    }

    /** The service was carried out and has no output. */
    public static ServiceResult done() {
        return new ServiceResult(SetResult.done(), Values.empty());
    }

    /** The service was carried out with this output. */
    public static ServiceResult of(Values output) {
        return new ServiceResult(SetResult.done(), output);
    }

    /** The device tried and failed; {@code text} goes to the platform. */
    public static ServiceResult failed(String text) {
        return new ServiceResult(SetResult.failed(text), Values.empty());
    }

    /** The input is wrong; {@code text} goes to the platform. */
    public static ServiceResult invalid(String text) {
        return new ServiceResult(SetResult.invalid(text), Values.empty());
    }

    /** An answer with a code of the device's own, in the platform's numbers. */
    public static ServiceResult ofCode(int code, String text) {
        return new ServiceResult(SetResult.ofCode(code, text), Values.empty());
    }

    /** The number to answer on a platform that uses {@code codes}. */
    public int code(ReplyCodes codes) {
        return status.code(codes);
    }

    /** The text to answer; may be empty. */
    public String text() {
        return status.text();
    }

    /** The service's output; empty unless it was carried out. */
    public Values output() {
        return output;
    }
}
