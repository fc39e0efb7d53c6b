package org.iotconnector.core.internal.http;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.core.http.HttpAnswer;

/** What an answer to a request for the bytes from an offset on means. Pure. RFC 9110 sections 14 and 15.5.17. */
record RangeAnswer(Kind kind, OptionalLong total) {
    /** What to do. */
    enum Kind {
        /** The body goes on where the part ends. */
        CONTINUES,
        /** The body is the whole file. */
        WHOLE,
        /** The part has all bytes already. */
        COMPLETE,
        /** The part is of no use: drop it and ask for the whole. */
        USELESS,
        /** The server is out of order for the moment. */
        LATER,
        /** The server refuses. */
        REFUSED
    }

    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (?:(\\d{1,18})-(\\d{1,18})|\\*)/(\\d{1,18}|\\*)");

    /**
     * Reads an answer.
     *
     * @param offset from where on bytes were asked for; 0 if the whole was
     * @param size how many bytes the file must have, if known
     */
    static RangeAnswer read(HttpAnswer head, long offset, OptionalLong size) {
        return switch (head.status()) {
            case 200 -> new RangeAnswer(Kind.WHOLE, contentLength(head));
            case 206 -> partial(head, offset, size);
            case 416 -> unsatisfiable(head, offset);
            case 408, 425, 429, 500, 502, 503, 504 -> of(Kind.LATER);
            default -> of(Kind.REFUSED);
        };
    }

    private static RangeAnswer partial(HttpAnswer head, long offset, OptionalLong size) {
        Matcher range =
                CONTENT_RANGE.matcher(head.headers().first("Content-Range").orElse(""));
        if (range.matches() && range.group(1) != null) {
            boolean fits = Long.parseLong(range.group(1)) == offset;
            return new RangeAnswer(fits ? Kind.CONTINUES : Kind.USELESS, number(range.group(3)));
        }
        // Some platforms leave Content-Range out; then the length must tell that it is the rest.
        OptionalLong length = contentLength(head);
        boolean isRest = length.isPresent() && size.isPresent() && offset + length.getAsLong() == size.getAsLong();
        return new RangeAnswer(isRest ? Kind.CONTINUES : Kind.USELESS, size);
    }

    private static RangeAnswer unsatisfiable(HttpAnswer head, long offset) {
        Matcher range =
                CONTENT_RANGE.matcher(head.headers().first("Content-Range").orElse(""));
        OptionalLong total = range.matches() ? number(range.group(3)) : OptionalLong.empty();
        boolean complete = total.isPresent() && total.getAsLong() == offset && offset > 0;
        return offset == 0 ? of(Kind.REFUSED) : new RangeAnswer(complete ? Kind.COMPLETE : Kind.USELESS, total);
    }

    private static OptionalLong contentLength(HttpAnswer head) {
        return head.headers()
                .first("Content-Length")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(RangeAnswer::number)
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong number(String text) {
        return text.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    private static RangeAnswer of(Kind kind) {
        return new RangeAnswer(kind, OptionalLong.empty());
    }
}
