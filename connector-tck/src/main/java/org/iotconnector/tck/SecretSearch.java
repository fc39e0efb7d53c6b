package org.iotconnector.tck;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Searches texts for secrets: as they are, escaped, URL-encoded, in hex, in base64 at any offset, as numbers, as digests, and, of
 * secrets that are base64 themselves, for the key they stand for. A part of {@value #PART} characters counts. Immutable,
 * thread-safe.
 */
public final class SecretSearch {
    /** How many characters of a secret in a row are as good as the whole. */
    public static final int PART = 12;
    /** As much of what is longer than the secret itself. */
    private static final int ENCODED_PART = 16;

    private static final int CONTEXT = 60;

    private final Map<Integer, Map<String, String>> namesByPart = new HashMap<>();

    private SecretSearch(Map<String, String> secrets) {
        secrets.forEach((name, secret) -> {
            if (secret.length() < PART) {
                throw new IllegalArgumentException("The secret " + name + " has fewer than " + PART
                        + " characters, which stand in a text by chance; take a longer one.");
            }
            SecretShapes.of(secret).forEach((shape, text) -> add(name, shape, text, text.equals(secret)));
        });
    }

    /** A search for {@code secrets}, of {@value #PART} characters at least, by the names that findings have. */
    public static SecretSearch of(Map<String, String> secrets) {
        return new SecretSearch(new LinkedHashMap<>(secrets));
    }

    private void add(String name, String shape, String text, boolean plain) {
        int length = Math.min(text.length(), plain ? PART : ENCODED_PART);
        if (length < PART) {
            return;
        }
        Map<String, String> names = namesByPart.computeIfAbsent(length, ignored -> new HashMap<>());
        for (int i = 0; i + length <= text.length(); i++) {
            names.putIfAbsent(text.substring(i, i + length), name + " " + shape);
        }
    }

    /** What was found, such as {@code deviceSecret in hex}, each once, with what stands before it; empty if nothing was. */
    public List<String> findIn(String text) {
        Map<String, String> found = new TreeMap<>();
        namesByPart.forEach((length, names) -> {
            for (int i = 0; i + length <= text.length(); i++) {
                String name = names.get(text.substring(i, i + length));
                if (name != null && !found.containsKey(name)) {
                    int lineStart = text.lastIndexOf('\n', i) + 1;
                    found.put(name, text.substring(Math.max(lineStart, i - CONTEXT), i));
                }
            }
        });
        return found.entrySet().stream()
                .map(each -> each.getKey() + ", after [" + each.getValue() + "]")
                .toList();
    }
}
