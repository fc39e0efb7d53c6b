package org.iotconnector.cli.internal.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.iotconnector.cli.Interruption;
import org.iotconnector.cli.internal.Feed;
import org.iotconnector.cli.internal.Style.Colour;
import org.iotconnector.cli.internal.settings.Texts;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.Reply;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.outbox.Ledger;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.thing.Values;
import org.jspecify.annotations.Nullable;

/** A lamp that reports every second and a platform that switches it now and then, until told otherwise. */
final class Demo {
    private static final long REPORT_MILLIS = 1000;
    private static final long FIRST_SET_MILLIS = 700;
    private static final long SET_MILLIS = 3000;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(15);
    private static final Duration LAST_CHANCE = Duration.ofSeconds(10);

    private final Device device;
    private final DemoPlatform platform;
    private final Feed feed;
    private final VirtualLamp lamp = new VirtualLamp();
    private final DemoCounts counts = new DemoCounts();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Queue<CompletableFuture<?>> pending = new ConcurrentLinkedQueue<>();

    Demo(Device device, DemoPlatform platform, Feed feed) {
        this.device = device;
        this.platform = platform;
        this.feed = feed;
    }

    /** Runs, closes the device, and tells how it went. */
    boolean run(Interruption interruption, Optional<Duration> limit) throws InterruptedException {
        device.session().onState(this::show);
        device.awaitOnline(CONNECT_LIMIT);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            device.onSet(values -> obey(values, timer));
            timer.scheduleAtFixedRate(this::report, 0, REPORT_MILLIS, TimeUnit.MILLISECONDS);
            timer.scheduleAtFixedRate(this::set, FIRST_SET_MILLIS, SET_MILLIS, TimeUnit.MILLISECONDS);
            interruption.await(limit);
        } finally {
            timer.shutdown();
        }
        timer.awaitTermination(LAST_CHANCE.toSeconds(), TimeUnit.SECONDS);
        await(CompletableFuture.allOf(List.copyOf(pending).toArray(CompletableFuture<?>[]::new)));
        device.close();
        await(closed);
        return verdict(device.session().ledger());
    }

    private void report() {
        report(lamp.read());
    }

    private void report(Values values) {
        int number = counts.reports.incrementAndGet();
        long start = System.nanoTime();
        AtomicLong acknowledgedAt = new AtomicLong();
        Delivery delivery = device.report(values);
        CompletableFuture<?> done = delivery.acknowledged()
                .thenRun(() -> {
                    counts.acknowledged.incrementAndGet();
                    acknowledgedAt.set(System.nanoTime());
                })
                .thenCombine(delivery.replied(), (acknowledged, reply) -> reply)
                .handle((reply, failure) -> {
                    reported(number, values, reply, failure, millis(start, acknowledgedAt.get()), millis(start));
                    return null;
                });
        pending.add(done);
    }

    private void reported(
            int number, Values values, @Nullable Reply reply, @Nullable Throwable failure, String acked, String all) {
        String text = String.format("#%-3d %-36s", number, Texts.of(values));
        String arrow = " " + feed.style().arrow() + " ";
        if (reply == null || failure != null) {
            String problem = failure == null ? "no reply" : String.valueOf(failure.getMessage());
            feed.event("report", Colour.RED, text + arrow + problem, Map.of("number", number, "problem", problem));
            return;
        }
        counts.replied.incrementAndGet();
        String answer = reply.fromPlatform() ? "replied " + reply.code() + " " + reply.text() : "no reply expected";
        feed.event(
                "report",
                Colour.GREEN,
                text + arrow + "acknowledged " + acked + arrow + answer + " " + all,
                Map.of("number", number, "values", values.toPlain(), "acknowledged", true, "code", reply.code()));
    }

    private void set() {
        boolean on = counts.sets.incrementAndGet() % 2 == 1;
        Map<String, ?> values = Map.of(VirtualLamp.SWITCH, on);
        feed.event(
                "set", Colour.YELLOW, "the platform sets " + VirtualLamp.SWITCH + "=" + on, Map.of("values", values));
        pending.add(platform.switchLight(on).handle((answer, failure) -> {
            boolean success = answer != null && answer.success();
            if (success) {
                counts.obeyed.incrementAndGet();
            }
            String text = answer == null ? String.valueOf(failure) : answer.text();
            feed.event(
                    "answer",
                    success ? Colour.GREEN : Colour.RED,
                    "the platform got the lamp's answer: " + text,
                    Map.of("success", success, "answer", text));
            return null;
        }));
    }

    private SetResult obey(Values values, ScheduledExecutorService timer) {
        boolean on = values.bool(VirtualLamp.SWITCH);
        lamp.switchTo(on);
        feed.event("lamp", Colour.CYAN, "switched " + (on ? "on" : "off"), Map.of("on", on));
        try {
            // After the answer: first what was asked, then what has become of it.
            timer.execute(this::report);
        } catch (RejectedExecutionException ending) {
            feed.text("(the demo ends, so the lamp does not report this any more)");
        }
        return SetResult.done();
    }

    /** What was begun comes to its end: replies on their way, and then the session. */
    private void await(CompletableFuture<?> end) throws InterruptedException {
        try {
            end.get(LAST_CHANCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            feed.text("Not everything came to its end within " + LAST_CHANCE.toSeconds() + " s.");
        }
    }

    private void show(SessionState state) {
        Colour colour = state.failure().isPresent() ? Colour.RED : Colour.GREY;
        feed.event("session", colour, state.toString(), Map.of("state", state.toString()));
        if (state.phase() == SessionPhase.CLOSED) {
            closed.complete(null);
        }
    }

    private boolean verdict(Ledger ledger) {
        boolean well = counts.allWell(ledger);
        feed.text("");
        feed.text("Delivery ledger   " + ledger);
        feed.text(String.format(
                "Reports           %d, acknowledged %d, replied %d",
                counts.reports.get(), counts.acknowledged.get(), counts.replied.get()));
        feed.text(String.format("Sets              %d, obeyed %d", counts.sets.get(), counts.obeyed.get()));
        feed.text(feed.style().paint(well ? Colour.GREEN : Colour.RED, counts.verdict(well)));
        if (feed.isJson()) {
            feed.event(
                    "end",
                    Colour.GREY,
                    "",
                    Map.of(
                            "success", well,
                            "ledger", ledger.toString(),
                            "reports", counts.reports.get(),
                            "acknowledged", counts.acknowledged.get(),
                            "replied", counts.replied.get(),
                            "sets", counts.sets.get(),
                            "obeyed", counts.obeyed.get()));
        }
        return well;
    }

    private static String millis(long start) {
        return millis(start, System.nanoTime());
    }

    private static String millis(long start, long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - start) + " ms";
    }
}
