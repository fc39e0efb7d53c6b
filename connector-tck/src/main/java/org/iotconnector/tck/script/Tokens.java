package org.iotconnector.tck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a script: parted by spaces, a statement ends at a comma or at the line's end, quotes hold either. */
final class Tokens {
    private static final Pattern PLAIN = Pattern.compile("[^\\s,\"\\\\]+");

    private Tokens() {}

    /** A statement's words and where it stands. */
    record Statement(int line, List<String> words) {}

    /** Cuts a script into statements; lines that start with # are comments. */
    static List<Statement> statements(String script) {
        List<Statement> statements = new ArrayList<>();
        int number = 0;
        for (String line : script.lines().toList()) {
            number++;
            if (!line.strip().startsWith("#")) {
                cut(number, line, statements);
            }
        }
        return statements;
    }

    private static void cut(int number, String line, List<Statement> statements) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == ',') {
                finish(number, words, statements);
                words = new ArrayList<>();
                i++;
            } else if (c == '"') {
                StringBuilder word = new StringBuilder();
                i = unquote(number, line, i + 1, word);
                words.add(word.toString());
            } else if (Character.isWhitespace(c)) {
                i++;
            } else {
                int start = i;
                while (i < line.length() && line.charAt(i) != ',' && !Character.isWhitespace(line.charAt(i))) {
                    i++;
                }
                words.add(line.substring(start, i));
            }
        }
        finish(number, words, statements);
    }

    private static void finish(int number, List<String> words, List<Statement> statements) {
        if (!words.isEmpty()) {
            statements.add(new Statement(number, List.copyOf(words)));
        }
    }

    private static int unquote(int number, String line, int from, StringBuilder word) {
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                switch (line.charAt(i)) {
                    case 'n' -> word.append('\n');
                    case 'r' -> word.append('\r');
                    case 't' -> word.append('\t');
                    case 'u' -> {
                        if (i + 4 >= line.length()) {
                            throw new ScriptSyntaxException(number, "\\u needs four hexadecimal digits.");
                        }
                        word.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
                        i += 4;
                    }
                    default -> word.append(line.charAt(i));
                }
            } else {
                word.append(c);
            }
        }
        throw new ScriptSyntaxException(number, "a quote is opened and not closed: " + line.substring(from - 1));
    }

    /** The word as a script holds it: in quotes where it would not be read as one word. */
    static String quote(String word) {
        if (PLAIN.matcher(word).matches() && word.chars().noneMatch(Character::isISOControl)) {
            return word;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
