package org.iotconnector.tck.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Passes the bytes of one connection on in one direction, as well as its {@link Lane} lets it. */
final class Pipe {
    private static final int BUFFER = 16 * 1024;

    private final Socket from;
    private final Socket to;
    private final Direction direction;
    private final Lanes lanes;
    private final BooleanSupplier ended;
    private final Runnable cut;
    private final Random random;
    private long untilWrong = -1;
    private volatile boolean lostBytes;
    private volatile boolean finished;

    Pipe(Socket from, Socket to, Direction direction, Lanes lanes, long seed, BooleanSupplier ended, Runnable cut) {
        this.from = from;
        this.to = to;
        this.direction = direction;
        this.lanes = lanes;
        this.ended = ended;
        this.cut = cut;
        this.random = new Random(seed);
    }

    /** Passes bytes on until the sender ends; then so does this side, unless that vanishes, too. */
    void run() throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        InputStream in = from.getInputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            lanes.awaitPassing(direction, ended);
            pass(buffer, count);
        }
        lanes.awaitPassing(direction, ended);
        if (lanes.of(direction).swallowed()) {
            lostBytes = true;
        } else {
            finish();
        }
    }

    private void pass(byte[] buffer, int count) throws IOException, InterruptedException {
        Lane lane = lanes.of(direction);
        if (lane.swallowed()) {
            lostBytes = true;
            return;
        }
        if (lostBytes) {
            throw new IOException("Bytes are missing in between.");
        }
        corrupt(buffer, count, lane.corruptOneIn());
        int piece = lane.piece() == 0 ? count : lane.piece();
        for (int at = 0; at < count; at += piece) {
            lanes.pause(direction, lane.delay(), ended);
            write(buffer, at, Math.min(piece, count - at));
        }
    }

    private void write(byte[] buffer, int at, int count) throws IOException {
        int allowed = lanes.allowed(direction, count);
        if (!finished && allowed > 0) {
            OutputStream out = to.getOutputStream();
            out.write(buffer, at, allowed);
            out.flush();
            lanes.count(direction, allowed);
        }
        if (allowed < count) {
            cut.run();
        }
    }

    private void corrupt(byte[] buffer, int count, int oneIn) {
        if (oneIn == 0) {
            untilWrong = -1;
            return;
        }
        if (untilWrong < 0) {
            untilWrong = random.nextInt(2 * oneIn);
        }
        while (untilWrong < count) {
            buffer[(int) untilWrong] ^= (byte) (1 << random.nextInt(8));
            untilWrong += 1 + random.nextInt(2 * oneIn);
        }
        untilWrong -= count;
    }

    /** Tells the receiver that no more comes. */
    void finish() {
        finished = true;
        try {
            to.shutdownOutput();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    /** Whether something vanished, so that what follows makes no sense to the receiver. */
    boolean lostBytes() {
        return lostBytes;
    }
}
