package org.iotconnector.tck;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The forms in which a secret could come to light, by what they are. */
final class SecretShapes {
    /** What is shorter can be part of anything. */
    private static final int SHORTEST_KEY = 8;

    private SecretShapes() {}

    static Map<String, String> of(String secret) {
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("as it is", secret);
        shapes.put("in JSON", escaped(secret, false));
        shapes.put("in JSON of ASCII", escaped(secret, true));
        shapes.put("in a shell's quotes", secret.replace("'", "'\\''"));
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        shapes.put("as a form field", form);
        shapes.put("in a URL", form.replace("+", "%20"));
        shapes.put("in a URL, lower case", lowerCaseEscapes(form.replace("+", "%20")));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        addBytes(shapes, "its bytes", bytes);
        decoded(secret).ifPresent(key -> {
            shapes.put("the key it stands for, as text", new String(key, StandardCharsets.ISO_8859_1));
            addBytes(shapes, "the key it stands for", key);
        });
        for (String digest : List.of("MD5", "SHA-1", "SHA-256")) {
            shapes.put(digest + " of it", HexFormat.of().formatHex(digest(digest, bytes)));
        }
        return shapes;
    }

    private static void addBytes(Map<String, String> shapes, String name, byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        shapes.put(name + " in hex", hex);
        shapes.put(name + " in upper case hex", hex.toUpperCase(Locale.ROOT));
        for (String between : List.of(" ", ":", "-", ", ")) {
            shapes.put(
                    name + " in hex with \"" + between + "\"",
                    HexFormat.ofDelimiter(between).formatHex(bytes));
        }
        shapes.put(
                name + " in numbers",
                IntStream.range(0, bytes.length)
                        .mapToObj(i -> Byte.toString(bytes[i]))
                        .collect(Collectors.joining(", ")));
        for (int before = 0; before < 3; before++) {
            String base64 = base64(bytes, before);
            shapes.put(name + " in base64 after " + before, base64);
            shapes.put(
                    name + " in base64 for URLs after " + before,
                    base64.replace('+', '-').replace('/', '_'));
        }
    }

    /** The characters that are the same whatever stands before and after; a user name does in Basic authentication. */
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String all = Base64.getEncoder().encodeToString(shifted);
        int first = before == 0 ? 0 : before + 1;
        return all.substring(first, shifted.length / 3 * 4);
    }

    private static Optional<byte[]> decoded(String secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret);
            return Optional.of(key).filter(bytes -> bytes.length >= SHORTEST_KEY);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static String escaped(String text, boolean ascii) {
        return text.codePoints()
                .mapToObj(c -> switch (c) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    default -> ascii && c > 126 ? String.format("\\u%04X", c) : Character.toString(c);
                })
                .collect(Collectors.joining());
    }

    private static String lowerCaseEscapes(String encoded) {
        StringBuilder result = new StringBuilder(encoded);
        for (int i = 0; i + 2 < result.length(); i++) {
            if (result.charAt(i) == '%') {
                result.setCharAt(i + 1, Character.toLowerCase(result.charAt(i + 1)));
                result.setCharAt(i + 2, Character.toLowerCase(result.charAt(i + 2)));
            }
        }
        return result.toString();
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is missing in this Java.", e);
        }
    }
}
