package org.iotconnector.simulator;

import java.time.Duration;

/**
 * Something that goes wrong on request, for a whole platform or for one device. A fault is armed for a number of
 * {@link #times()} and uses one up each time it strikes; {@link #ALWAYS} never runs out. Faults stay until used up or cleared.
 */
public sealed interface Fault {
    /** A number of times that never runs out. */
    int ALWAYS = Integer.MAX_VALUE;

    /** How often it strikes, at least 1. */
    int times();

    /**
     * The next CONNECT is answered with this code, whatever the credentials, and the connection closed.
     *
     * @param code the byte in CONNACK, 1 to 255; sent as it is, so codes that no standard knows are possible. With MQTT 5
     *     give an MQTT 5 code (128 and up)
     * @param times how many CONNECT packets
     */
    record RefuseConnect(int code, int times) implements Fault {
        /** Checks the ranges. */
        public RefuseConnect {
            if (code < 1 || code > 255) {
                throw new IllegalArgumentException("CONNACK code [" + code + "] is not within 1 to 255.");
            }
            requirePositive(times);
        }
    }

    /**
     * The TCP connection is accepted but its CONNECT never answered.
     *
     * @param times how many CONNECT packets
     */
    record SilentAccept(int times) implements Fault {
        /** Checks the range. */
        public SilentAccept {
            requirePositive(times);
        }
    }

    /**
     * The connection is cut some time after a successful CONNACK, without DISCONNECT. Concerns connections that begin
     * after the fault was armed.
     *
     * @param delay time between CONNACK and the cut, zero or more
     * @param times how many connections
     */
    record DropAfter(Duration delay, int times) implements Fault {
        /** Checks the ranges. */
        public DropAfter {
            requireNotNegative(delay);
            requirePositive(times);
        }
    }

    /**
     * The connection is cut when a PUBLISH arrives, before that message is recorded, processed or acknowledged.
     *
     * @param nth which one, 1 for the next; counted from the moment the fault is armed or last struck, over all connections
     *     it concerns
     * @param times how many cuts
     */
    record DropOnPublish(int nth, int times) implements Fault {
        /** Checks the ranges. */
        public DropOnPublish {
            requirePositive(nth);
            requirePositive(times);
        }
    }

    /**
     * The server goes quiet: it neither reads nor answers, but the connection stays open; afterwards it continues with
     * all it had missed. Begins when armed, and includes connections that come meanwhile.
     *
     * @param duration how long, more than zero
     */
    record Stall(Duration duration) implements Fault {
        /** Checks the range. */
        public Stall {
            requireNotNegative(duration);
        }

        @Override
        public int times() {
            return 1;
        }
    }

    /**
     * A QoS 1 message is processed but never acknowledged.
     *
     * @param times how many messages
     */
    record LosePubAck(int times) implements Fault {
        /** Checks the range. */
        public LosePubAck {
            requirePositive(times);
        }
    }

    /**
     * A QoS 1 message is processed at once and acknowledged late.
     *
     * @param delay how late, zero or more
     * @param times how many messages
     */
    record DelayPubAck(Duration delay, int times) implements Fault {
        /** Checks the ranges. */
        public DelayPubAck {
            requireNotNegative(delay);
            requirePositive(times);
        }
    }

    /**
     * A message to a device is sent twice: QoS 1 and 2 with the same packet identifier and DUP set, QoS 0 as it is.
     *
     * @param times how many messages
     */
    record DuplicateDelivery(int times) implements Fault {
        /** Checks the range. */
        public DuplicateDelivery {
            requirePositive(times);
        }
    }

    /**
     * The platform's reply to a request of a device comes late.
     *
     * @param delay how late, zero or more
     * @param times how many replies
     */
    record DelayReply(Duration delay, int times) implements Fault {
        /** Checks the ranges. */
        public DelayReply {
            requireNotNegative(delay);
            requirePositive(times);
        }
    }

    /**
     * The platform processes a request of a device but never replies to it.
     *
     * @param times how many replies
     */
    record LoseReply(int times) implements Fault {
        /** Checks the range. */
        public LoseReply {
            requirePositive(times);
        }
    }

    /**
     * The platform's reply to a request of a device is cut off in the middle.
     *
     * @param times how many replies
     */
    record TruncateReply(int times) implements Fault {
        /** Checks the range. */
        public TruncateReply {
            requirePositive(times);
        }
    }

    /**
     * The platform's reply to a request of a device is sent twice.
     *
     * @param times how many replies
     */
    record DuplicateReply(int times) implements Fault {
        /** Checks the range. */
        public DuplicateReply {
            requirePositive(times);
        }
    }

    /**
     * The platform's reply to a request of a device holds another id than the request.
     *
     * @param times how many replies
     */
    record WrongReplyId(int times) implements Fault {
        /** Checks the range. */
        public WrongReplyId {
            requirePositive(times);
        }
    }

    /**
     * A request over HTTP is answered with this status and not processed.
     *
     * @param path text that the request's path must contain; empty for any
     * @param status 400 to 599
     * @param times how many requests
     */
    record FailHttp(String path, int status, int times) implements Fault {
        /** Checks the ranges. */
        public FailHttp {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("HTTP status [" + status + "] is not within 400 to 599.");
            }
            requirePositive(times);
        }
    }

    /**
     * A request over HTTP is processed at once and answered late.
     *
     * @param path text that the request's path must contain; empty for any
     * @param delay how late, zero or more
     * @param times how many requests
     */
    record DelayHttp(String path, Duration delay, int times) implements Fault {
        /** Checks the ranges. */
        public DelayHttp {
            requireNotNegative(delay);
            requirePositive(times);
        }
    }

    /**
     * A response over HTTP ends in the middle of its body: the headers announce all of it, then the connection is cut.
     * Responses with no more bytes than that are left alone.
     *
     * @param path text that the request's path must contain; empty for any
     * @param afterBytes how much of the body is sent, zero or more
     * @param times how many responses
     */
    record CutHttp(String path, int afterBytes, int times) implements Fault {
        /** Checks the ranges. */
        public CutHttp {
            if (afterBytes < 0) {
                throw new IllegalArgumentException("A body cannot end after [" + afterBytes + "] bytes.");
            }
            requirePositive(times);
        }
    }

    private static void requirePositive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("A fault needs a count of 1 or more, not [" + number + "].");
        }
    }

    private static void requireNotNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A fault needs a duration of zero or more, not [" + duration + "].");
        }
    }
}
