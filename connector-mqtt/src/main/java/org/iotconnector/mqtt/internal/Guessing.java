package org.iotconnector.mqtt.internal;

/** Whether a name looks as if nobody else would think of it. A rule of thumb, good for a warning and no more. */
final class Guessing {
    private static final int RANDOM_LENGTH = 8;

    private Guessing() {}

    /** Whether one level of a topic is such a name. */
    static boolean hasUnguessableLevel(String topic) {
        for (String level : topic.split("/", -1)) {
            if (isUnguessable(level)) {
                return true;
            }
        }
        return false;
    }

    /** Eight characters or more in a row of letters and digits, with at least two changes between the two. */
    static boolean isUnguessable(String name) {
        int length = 0;
        int changes = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isAlphanumeric(c)) {
                length = 0;
                changes = 0;
                continue;
            }
            boolean changed = length > 0 && Character.isDigit(c) != Character.isDigit(name.charAt(i - 1));
            length++;
            changes += changed ? 1 : 0;
            if (length >= RANDOM_LENGTH && changes >= 2) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
