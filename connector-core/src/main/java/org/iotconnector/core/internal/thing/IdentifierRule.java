package org.iotconnector.core.internal.thing;

import java.util.Set;
import java.util.regex.Pattern;

/** What a notation takes as an identifier. */
final class IdentifierRule {
    private static final int SUFFIXES = 1000;

    private final Pattern pattern;
    private final Pattern forbidden;
    private final String characters;
    private final int maxLength;
    private final Set<String> reserved;

    /**
     * A rule.
     *
     * @param prefix what an identifier may begin with besides {@code charset}: a regular expression
     * @param charset the characters as the inside of a regular expression's brackets; holds {@code _}
     * @param characters the same in words
     * @param reserved what no feature may be called
     */
    IdentifierRule(String prefix, String charset, String characters, int maxLength, Set<String> reserved) {
        pattern = Pattern.compile("(?:" + prefix + ")?[" + charset + "]{1," + maxLength + "}");
        forbidden = Pattern.compile("[^" + charset + "]");
        this.characters = characters;
        this.maxLength = maxLength;
        this.reserved = Set.copyOf(reserved);
    }

    boolean allows(String identifier) {
        return pattern.matcher(identifier).matches();
    }

    boolean reserves(String identifier) {
        return reserved.contains(identifier);
    }

    String characters() {
        return characters;
    }

    /** The identifier if it keeps the rule and is free, or else one made from it that does. */
    String fit(String identifier, Set<String> taken) {
        String fitting = allows(identifier)
                ? identifier
                : cut(forbidden.matcher(identifier).replaceAll("_"), "");
        if (reserved.contains(fitting)) {
            fitting = cut(fitting, "_");
        }
        String candidate = fitting;
        for (int i = 2; taken.contains(candidate) && i < SUFFIXES; i++) {
            candidate = cut(fitting, "_" + i);
        }
        return candidate;
    }

    private String cut(String text, String suffix) {
        return text.substring(0, Math.min(text.length(), maxLength - suffix.length())) + suffix;
    }

    /** As the end of a sentence that says what an identifier must be. */
    @Override
    public String toString() {
        return "1 to " + maxLength + " " + characters.replace(" and ", " or ");
    }
}
