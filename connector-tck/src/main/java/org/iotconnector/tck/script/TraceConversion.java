package org.iotconnector.tck.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.ReconnectPolicy;

/**
 * Turns a trace into statements, line by line: what the session did by itself is left out, what the network, the server
 * and the application did becomes a statement at the same moment.
 */
final class TraceConversion {
    /** What the session itself makes of a failure that the transport reported differently. */
    private static final Set<FailureKind> OWN =
            Set.of(FailureKind.CLOCK, FailureKind.POISON_MESSAGE, FailureKind.DUPLICATE_CLIENT);

    private final SessionTraceText trace;
    private final Set<String> settings = new LinkedHashSet<>();
    private final List<String> statements = new ArrayList<>();
    private final Map<String, Integer> subscribed = new HashMap<>();
    private int at;
    private long lastMillis;
    private long connectMillis;
    private int acceptAt = -1;
    private String phase = "IDLE";
    private boolean accepted;
    private boolean retried;
    private int messages;
    private String draw = "";

    TraceConversion(SessionTraceText trace) {
        this.trace = trace;
        this.settings.addAll(trace.settings());
    }

    FaultScript convert() {
        statements.add("hold SUBACKs");
        statements.add("hold PUBACKs");
        for (at = 0; at < trace.entries().size(); at++) {
            SessionTraceText.Entry entry = trace.entries().get(at);
            draw();
            switch (entry.direction()) {
                case '>' -> onSent(entry);
                case '<' -> onReceived(entry);
                case '!' -> onFailure(entry);
                case '*' -> onState(entry);
                default -> onTimer(entry);
            }
        }
        List<String> all = new ArrayList<>(settings);
        all.addAll(statements);
        return FaultScript.parse(String.join("\n", all));
    }

    private void onSent(SessionTraceText.Entry entry) {
        if (entry.is('>', "CONNECT")) {
            onConnect(entry);
        } else if (entry.is('>', "SUBSCRIBE")) {
            onSubscribe(entry);
        } else if (entry.is('>', "UNSUBSCRIBE")) {
            catchUp(entry);
            entry.words().subList(1, entry.words().size()).forEach(filter -> {
                if (subscribed.remove(filter) != null) {
                    statements.add("unsubscribe " + Tokens.quote(filter));
                }
            });
        } else if (entry.is('>', "PUBLISH") && Integer.parseInt(entry.word(1)) > messages) {
            messages++;
            catchUp(entry);
            statements.add("publish to " + Tokens.quote(entry.word(2)) + " at QoS " + entry.word(4) + " of "
                    + entry.word(5) + " bytes");
        }
    }

    private void onConnect(SessionTraceText.Entry entry) {
        List<String> life = entry.after("valid", 3);
        if (!life.isEmpty() && settings.stream().noneMatch(setting -> setting.startsWith("with credentials"))) {
            settings.add("with credentials lasting " + life.get(1) + " " + life.get(2));
        }
        onAttempt();
        accepted = false;
        connectMillis = entry.millis();
        lastMillis = entry.millis();
    }

    /** An attempt begins; what led to it, unless it was the wait's end. */
    private void onAttempt() {
        if (phase.startsWith("ONLINE") || phase.startsWith("DEAF") || phase.startsWith("SUBSCRIBING")) {
            statements.add("wait until CONNECTING");
        } else if ((phase.startsWith("WAITING") || phase.startsWith("STOPPED")) && !retried) {
            statements.add("connect");
        }
        phase = "CONNECTING";
    }

    private void onSubscribe(SessionTraceText.Entry entry) {
        List<String> words = entry.words();
        List<String> fresh = new ArrayList<>();
        for (int i = 2; i + 1 < words.size(); i += 2) {
            int qos = Integer.parseInt(words.get(i + 1));
            Integer before = subscribed.put(words.get(i), qos);
            if (before == null || before < qos) {
                fresh.add("subscribe " + Tokens.quote(words.get(i)) + " at QoS " + qos);
            }
        }
        if (phase.startsWith("CONNECTING") && acceptAt >= 0) {
            // Subscribed some time before, which shows only now.
            statements.addAll(acceptAt, fresh);
            acceptAt += fresh.size();
        } else if (!fresh.isEmpty()) {
            catchUp(entry);
            statements.addAll(fresh);
        }
    }

    private void onReceived(SessionTraceText.Entry entry) {
        if (entry.is('<', "CONNACK")) {
            accepted = true;
            statements.add(entry.words().contains("kept") ? "keep session" : "forget session");
            acceptAt = statements.size();
            statements.add("accept" + since(connectMillis, entry));
            lastMillis = entry.millis();
        } else if (entry.is('<', "SUBACK")) {
            onSubAck(entry);
        } else if (entry.is('<', "PUBLISH")) {
            catchUp(entry);
            statements.add("deliver to " + Tokens.quote(entry.word(2)) + " at QoS " + entry.word(4) + " of "
                    + entry.word(5) + " bytes");
        } else if (entry.is('<', "PUBACK") || entry.is('<', "PUBCOMP")) {
            catchUp(entry);
            statements.add(
                    entry.words().contains("refused")
                            ? "refuse PUBLISH " + entry.word(1) + " with " + entry.word(3)
                            : "send PUBACK " + entry.word(1));
        }
    }

    private void onSubAck(SessionTraceText.Entry entry) {
        catchUp(entry);
        List<String> words = entry.words();
        for (int i = 2; i + 1 < words.size(); i += 2) {
            if (Integer.parseInt(words.get(i + 1)) > 2) {
                statements.add(
                        "refuse subscription " + Tokens.quote(words.get(i)) + " 1 times with " + words.get(i + 1));
            }
        }
        for (int i = 2; i + 1 < words.size(); i += 2) {
            statements.add("send SUBACK for " + Tokens.quote(words.get(i)));
        }
    }

    private void onFailure(SessionTraceText.Entry entry) {
        if (entry.is('!', "cut") && accepted) {
            // The session gave a silent connection up.
            catchUp(entry);
            statements.add("end with " + FailureKind.TIMEOUT);
            return;
        }
        if (!entry.is('!', "failed") && !entry.is('!', "lost")) {
            return;
        }
        if (phase.startsWith("CLOSING") && !accepted) {
            return;
        }
        List<String> code = entry.after("code", 1);
        FailureKind kind = FailureKind.valueOf(entry.word(1));
        String verdict = nextFailure();
        if (!verdict.isEmpty() && !verdict.equals(kind.name())) {
            explain(verdict, code);
        }
        List<String> wait = entry.after("after", 2);
        String how = kind
                + (code.isEmpty() ? "" : " code " + code.get(0))
                + (wait.isEmpty() ? "" : " retry after " + String.join(" ", wait));
        if (accepted) {
            catchUp(entry);
            statements.add("end with " + how);
        } else {
            statements.add("fail with " + how + since(connectMillis, entry));
        }
        lastMillis = entry.millis();
    }

    /** What made the session see more in a failure than the transport did. */
    private void explain(String verdict, List<String> code) {
        if (verdict.equals(FailureKind.CLOCK.name())) {
            settings.add("with a clock 24 h behind");
        } else if (!code.isEmpty() && !OWN.contains(FailureKind.valueOf(verdict))) {
            settings.add("with code " + code.get(0) + " meaning " + verdict);
        }
    }

    private String nextFailure() {
        for (SessionTraceText.Entry entry :
                trace.entries().subList(at, trace.entries().size())) {
            if (entry.direction() == '*') {
                String state = entry.word(0);
                int open = state.indexOf('(');
                return open < 0 ? "" : state.substring(open + 1, state.length() - 1);
            }
        }
        return "";
    }

    private void onState(SessionTraceText.Entry entry) {
        String next = entry.word(0);
        if (next.startsWith("CONNECTING")) {
            onAttempt();
        }
        boolean closed = next.startsWith("CLOSED") && !phase.startsWith("CLOSING");
        if (next.startsWith("CLOSING") || closed) {
            if (phase.startsWith("CONNECTING")) {
                statements.add("wait until CONNECTING");
            }
            catchUp(entry);
            statements.add("close");
        }
        boolean waiting = phase.startsWith("WAITING") || phase.startsWith("STOPPED");
        if (next.startsWith("WAITING") && waiting && !retried) {
            // Asked to connect, and held back by the platform's limit.
            catchUp(entry);
            statements.add("connect");
        } else if (next.startsWith("DEAF(TIMEOUT)")) {
            catchUp(entry);
        }
        retried = false;
        phase = next;
    }

    private void onTimer(SessionTraceText.Entry entry) {
        if (entry.is('@', "retry")) {
            retried = true;
        } else if (entry.is('@', "connect", "timeout")) {
            statements.add("never answer CONNECT");
            lastMillis = entry.millis();
        }
    }

    private void catchUp(SessionTraceText.Entry entry) {
        long gap = entry.millis() - lastMillis;
        if (gap > 0) {
            statements.add("wait " + Arguments.Durations.write(Duration.ofMillis(gap)));
        }
        lastMillis = entry.millis();
    }

    private static String since(long start, SessionTraceText.Entry entry) {
        long gap = entry.millis() - start;
        return gap > 0 ? " after " + Arguments.Durations.write(Duration.ofMillis(gap)) : "";
    }

    /** Sets the random number for the next wait, so that it becomes as long as it was. */
    private void draw() {
        int rounds = 0;
        for (int i = 0; i < trace.entries().size(); i++) {
            SessionTraceText.Entry entry = trace.entries().get(i);
            if (entry.direction() != '*') {
                continue;
            }
            String state = entry.word(0);
            rounds = state.startsWith("DEAF") ? rounds + 1 : 0;
            List<String> wait = entry.after("for", 2);
            if (i >= at && !wait.isEmpty() && state.contains("(")) {
                set(state, rounds, entry, Arguments.Durations.read(String.join(" ", wait)));
                return;
            }
        }
    }

    private void set(String state, int rounds, SessionTraceText.Entry entry, Duration wait) {
        boolean deaf = state.startsWith("DEAF");
        FailureKind kind = FailureKind.valueOf(state.substring(state.indexOf('(') + 1, state.length() - 1));
        boolean slow = deaf || (kind.slowsDown() && kind != FailureKind.CLOCK);
        int count = deaf ? rounds : Integer.parseInt(entry.after("failures", 1).get(0));
        ReconnectPolicy policy = ReconnectPolicy.standard();
        double low = policy.delay(Math.max(1, count), slow, 0).toNanos();
        double high = policy.delay(Math.max(1, count), slow, 0.999_999_999).toNanos();
        double x = (wait.toNanos() - low) / (high - low);
        String next = "draw " + format(Math.max(0, Math.min(0.999_999, x)));
        if (!next.equals(draw)) {
            draw = next;
            statements.add(next);
        }
    }

    private static String format(double x) {
        return x == 0 ? "0" : String.format(Locale.ROOT, "%.6f", x);
    }
}
