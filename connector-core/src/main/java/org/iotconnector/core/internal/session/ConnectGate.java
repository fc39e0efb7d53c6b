package org.iotconnector.core.internal.session;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lets a number of connection attempts be under way at the same time and the others wait in order. Without it thousands of
 * devices that start together, or lost their server together, share the processor and the server's patience so thinly that
 * attempts time out and begin anew. Thread-safe.
 */
final class ConnectGate {
    private final Queue<Pass> waiting = new ArrayDeque<>();
    private int free;
    private boolean admitting;

    ConnectGate(int atOnce) {
        free = atOnce;
    }

    /** One attempt's place, from entering until it leaves. */
    final class Pass {
        private final Runnable go;
        private boolean atOnce;
        private boolean admitted;
        private boolean left;

        private Pass(Runnable go) {
            this.go = go;
        }

        /** Whether there was room right away, so that the attempt may begin. */
        boolean atOnce() {
            return atOnce;
        }

        /** Gives the place to the next; nothing the second time. */
        void leave() {
            synchronized (ConnectGate.this) {
                if (left) {
                    return;
                }
                left = true;
                if (!admitted) {
                    return;
                }
                free++;
            }
            admit();
        }
    }

    /** Gives a place at once if there is room; else runs {@code go} later, on a thread that leaves. */
    Pass enter(Runnable go) {
        Pass pass = new Pass(go);
        synchronized (this) {
            if (free > 0 && waiting.isEmpty()) {
                free--;
                pass.admitted = true;
                pass.atOnce = true;
                return pass;
            }
            waiting.add(pass);
        }
        admit();
        return pass;
    }

    /** One caller at a time, so that an attempt that ends at once does not nest the next one inside itself. */
    private void admit() {
        synchronized (this) {
            if (admitting) {
                return;
            }
            admitting = true;
        }
        for (Pass next = next(); next != null; next = next()) {
            next.go.run();
        }
    }

    private synchronized @Nullable Pass next() {
        while (free > 0) {
            Pass pass = waiting.poll();
            if (pass == null) {
                break;
            }
            if (!pass.left) {
                pass.admitted = true;
                free--;
                return pass;
            }
        }
        admitting = false;
        return null;
    }
}
