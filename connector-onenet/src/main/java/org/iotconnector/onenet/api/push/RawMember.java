package org.iotconnector.onenet.api.push;

import java.util.Optional;

/** Finds a member of a JSON object as it was sent: writing it anew could change what the signature covers. */
final class RawMember {
    private final String json;

    private RawMember(String json) {
        this.json = json;
    }

    /** The text of the member's value, an object or a list; {@code json} must be a valid object. */
    static Optional<String> of(String json, String name) {
        return new RawMember(json).find('"' + name + '"');
    }

    private Optional<String> find(String quotedName) {
        int depth = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                int end = endOfText(i);
                int next = afterSpace(end);
                boolean isName = depth == 1 && json.charAt(next) == ':';
                if (isName && json.substring(i, end).equals(quotedName)) {
                    return nested(afterSpace(next + 1));
                }
                i = end - 1;
            } else {
                depth += step(c);
            }
        }
        return Optional.empty();
    }

    private Optional<String> nested(int start) {
        int depth = 0;
        for (int i = start; i < json.length(); i++) {
            char c = json.charAt(i);
            depth += step(c);
            if (depth == 0) {
                return i == start ? Optional.empty() : Optional.of(json.substring(start, i + 1));
            }
            if (c == '"') {
                i = endOfText(i) - 1;
            }
        }
        return Optional.empty();
    }

    private static int step(char c) {
        return c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }

    /** Behind the closing quotation mark of the text that opens at {@code start}. */
    private int endOfText(int start) {
        int i = start + 1;
        while (json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private int afterSpace(int start) {
        int i = start;
        while (" \t\r\n".indexOf(json.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
