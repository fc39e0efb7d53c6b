package org.iotconnector.tck.net;

import java.time.Duration;

/**
 * How bytes travel in one direction.
 *
 * @param held whether they wait
 * @param swallowed whether they vanish
 * @param delay how long each piece is on its way
 * @param piece how many bytes go at once; 0 for as many as there are
 * @param corruptOneIn in how many bytes one bit is wrong, on average; 0 for none
 */
record Lane(boolean held, boolean swallowed, Duration delay, int piece, int corruptOneIn) {
    static final Lane CLEAR = new Lane(false, false, Duration.ZERO, 0, 0);

    Lane hold() {
        return new Lane(true, swallowed, delay, piece, corruptOneIn);
    }

    Lane pass() {
        return new Lane(false, swallowed, delay, piece, corruptOneIn);
    }

    Lane swallow() {
        return new Lane(held, true, delay, piece, corruptOneIn);
    }

    Lane delayed(int bytesAtOnce, Duration time) {
        return new Lane(held, swallowed, time, bytesAtOnce, corruptOneIn);
    }

    Lane corrupted(int bytes) {
        return new Lane(held, swallowed, delay, piece, bytes);
    }
}
