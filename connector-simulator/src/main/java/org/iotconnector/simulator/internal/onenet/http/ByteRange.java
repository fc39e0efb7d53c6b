package org.iotconnector.simulator.internal.onenet.http;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a {@code Range} header asks for, as OneNET understands it: with or without {@code bytes=}, and whatever cannot
 * be satisfied is bent until it can. OneNET, "OTA download", read 2026-11. What malformed values do is an interpretation of prose.
 *
 * @param first first byte, from 0
 * @param last last byte, inclusive
 * @param partial whether a range was asked for and understood, so that the answer is 206
 */
record ByteRange(int first, int last, boolean partial) {
    private static final Pattern RANGE = Pattern.compile("(?:bytes=)?([0-9]{0,18})-([0-9]{0,18})");

    /**
     * Reads a header.
     *
     * @param header null when there is none
     * @param length bytes in the file, at least 1
     */
    static ByteRange parse(@Nullable String header, int length) {
        ByteRange whole = new ByteRange(0, length - 1, false);
        Matcher matcher = RANGE.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            return whole;
        }
        String start = matcher.group(1);
        String end = matcher.group(2);
        if (start.isEmpty()) {
            long count = end.isEmpty() ? 0 : Long.parseLong(end);
            return count == 0 ? whole : new ByteRange((int) Math.max(0, length - count), length - 1, true);
        }
        long first = Long.parseLong(start);
        long last = end.isEmpty() ? length - 1 : Math.min(Long.parseLong(end), length - 1);
        boolean impossible = first >= length || first > last;
        return new ByteRange(impossible ? 0 : (int) first, (int) last, true);
    }

    /** The answer to a download of {@code file}, 206 or 200. Content-Range is not documented, RFC 9110 demands it. */
    Response of(byte[] file, String fileName) {
        Response response = Response.of(
                        partial ? 206 : 200, "application/octet-stream", Arrays.copyOfRange(file, first, last + 1))
                .with("Accept-Ranges", "bytes")
                .with("Content-Disposition", "attachment;filename=\"" + fileName.replace("\"", "") + "\"");
        return partial ? response.with("Content-Range", "bytes " + first + "-" + last + "/" + file.length) : response;
    }
}
