package org.iotconnector.core.http;

import org.iotconnector.core.settings.Secret;

/**
 * One header field of a request. A secret one shows its name only, and is not sent on when a server redirects to another
 * host.
 *
 * @param name a token as RFC 9110 section 5.1 defines it
 * @param value printable ASCII and spaces
 * @param secret whether the value must not be seen
 */
public record HttpHeader(String name, Secret value, boolean secret) {
    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if a character is not allowed; the text does not quote the value
     */
    public HttpHeader {
        if (name.isEmpty() || !name.chars().allMatch(HttpHeader::isTokenCharacter)) {
            throw new IllegalArgumentException(
                    "The header name \"" + name + "\" may hold letters, digits and -_. only.");
        }
        if (!value.reveal().chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))) {
            throw new IllegalArgumentException("The value of the header " + name
                    + " holds a line end or a character outside ASCII; HTTP carries neither.");
        }
    }

    private static boolean isTokenCharacter(int c) {
        return c > ' ' && c <= '~' && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0;
    }

    @Override
    public String toString() {
        return name + ": " + (secret ? value.toString() : value.reveal());
    }
}
