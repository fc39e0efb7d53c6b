package org.iotconnector.simulator.internal.adafruit;

/** A topic where a client may not publish. The message is one of {@link Texts}. */
final class ForbiddenTopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForbiddenTopicException(String text) {
        super(text, null, false, false);
    }

    /** What its sender is told after the topic. */
    String text() {
        return String.valueOf(getMessage());
    }
}
