package org.iotconnector.simulator.internal.adafruit.store;

import java.math.BigInteger;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Ids of data: 128 bits in 26 characters of Crockford's base 32, of which the first 48 are the time in tenths of a millisecond and the
 * others random, so that they sort by time. Decoded from published samples.
 */
public final class DatumId {
    /** Characters of an id. */
    public static final int LENGTH = 26;

    private static final String JDK_DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final String CROCKFORD_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RADIX = 32;
    private static final int RANDOM_BITS = 80;
    private static final long MAX_TICKS = (1L << 48) - 1;

    private DatumId() {}

    /** A new id of this time; times before 1970 and after 2861 are bent into that range. */
    static String of(Instant time, RandomGenerator random) {
        byte[] bits = new byte[RANDOM_BITS / 8];
        random.nextBytes(bits);
        // The highest bit stays 0, so that there is room for the ids that follow within the same tick.
        bits[0] &= 0x7F;
        return text(BigInteger.valueOf(ticks(time)).shiftLeft(RANDOM_BITS).or(new BigInteger(1, bits)));
    }

    /** The id that comes right after this one. */
    static String after(String id) {
        return text(number(id).add(BigInteger.ONE));
    }

    /** Its time in tenths of a millisecond since 1970. */
    public static long ticks(String id) {
        return number(id).shiftRight(RANDOM_BITS).longValueExact();
    }

    /** A time in tenths of a millisecond since 1970. */
    static long ticks(Instant time) {
        long ticks = time.getEpochSecond() * 10_000 + time.getNano() / 100_000;
        return Math.max(0, Math.min(MAX_TICKS, ticks));
    }

    private static BigInteger number(String id) {
        return new BigInteger(translate(id, CROCKFORD_DIGITS, JDK_DIGITS), RADIX);
    }

    private static String text(BigInteger number) {
        String digits = translate(number.toString(RADIX), JDK_DIGITS, CROCKFORD_DIGITS);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    private static String translate(String digits, String from, String to) {
        return digits.chars()
                .map(digit -> to.charAt(from.indexOf(digit)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
