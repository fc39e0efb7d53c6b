package org.iotconnector.simulator.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server that the platform pushes to. It answers verifications as it must, and deliveries as told. */
public final class PushReceiver implements AutoCloseable {
    private static final int WAIT_SECONDS = 5;
    private static final int SILENCE = 0;
    private static final Integer VERIFIED = 200;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final BlockingQueue<String> queries = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger usual = new AtomicInteger(200);
    private final Queue<String> verifications = new ConcurrentLinkedQueue<>();

    /** Opens it on a free port. */
    public PushReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/push?tenant=7");
    }

    /** Answers the next delivery with this status. */
    public PushReceiver answer(int status) {
        statuses.add(status);
        return this;
    }

    /** Answers deliveries with this status unless told otherwise. */
    public PushReceiver answerAlways(int status) {
        usual.set(status);
        return this;
    }

    /** Lets the next delivery without any answer. */
    public PushReceiver keepSilent() {
        return answer(SILENCE);
    }

    /** Answers the next verification with this text instead of the right one. */
    public PushReceiver verifyWith(String text) {
        verifications.add(text);
        return this;
    }

    /** The query of the next verification, as it came. */
    public String nextVerification() {
        return next(queries);
    }

    /** The next delivery's body as text. */
    public String nextText() {
        return next(bodies);
    }

    /** The next delivery's body. */
    public Map<String, @Nullable Object> nextBody() {
        return Lamp.json(nextText());
    }

    /** Deliveries that came and were not taken. */
    public int waiting() {
        return bodies.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean verification = exchange.getRequestMethod().equals("GET");
            String query = exchange.getRequestURI().getRawQuery();
            (verification ? queries : bodies).add(verification ? query : body);
            Integer status = verification ? VERIFIED : statuses.poll();
            if (status != null && status == SILENCE) {
                closing.await();
                return;
            }
            String told = verification ? verifications.poll() : "";
            byte[] answer = (told == null ? parameter(query, "msg") : told).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    status == null ? usual.get() : status, answer.length == 0 ? -1 : answer.length);
            if (answer.length > 0) {
                // Writing to an answer without body fails, and that would cut a connection which the next request may
                // be using.
                exchange.getResponseBody().write(answer);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A parameter of a query, still encoded. */
    public static String parameter(String query, String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError("no parameter " + name + " in " + query);
    }

    private static String next(BlockingQueue<String> queue) {
        try {
            String next = queue.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was pushed within " + WAIT_SECONDS + " s");
            }
            return next;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
