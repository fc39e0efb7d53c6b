package org.iotconnector.simulator.internal.easyiot.store;

import java.util.random.RandomGenerator;

/** Topics and passwords as the site makes them: a few random characters, as in {@code Bkgk2zXb4}. */
final class RandomWords {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final int LENGTH = 9;

    private final RandomGenerator random;

    RandomWords(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        StringBuilder word = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return word.toString();
    }
}
