package org.iotconnector.core.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.iotconnector.core.Connector;
import org.iotconnector.core.ConnectorException;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.session.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Many devices, by name. They share what their connector has: network threads, handler threads, and the quotas of their
 * platforms, by which they connect and come back after an outage. Thread-safe; nothing blocks but {@link #close}.
 *
 * <pre>{@code
 * try (Connector connector = Connector.create();
 *         Fleet fleet = Fleet.over(connector, device -> device.onSet(set -> switchOn(device.id(), set)))) {
 *     FleetPlan plan = FleetPlan.ofTable(Path.of("lamps.csv"), Path.of("common.yaml"));
 *     plan.problems().forEach(System.err::println);
 *     fleet.open(plan.devices());
 *     …
 * }
 * }</pre>
 */
public final class Fleet implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final Connector connector;
    private final Consumer<Device> setUp;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<FleetListener> listeners = new ArrayList<>();
    private boolean closed;

    private Fleet(Connector connector, Consumer<Device> setUp) {
        this.connector = connector;
        this.setUp = setUp;
    }

    private record Member(DeviceConfig<?> config, Device device, Map<FleetListener, Registration> listening) {}

    /** An empty fleet whose devices only report. The connector stays the caller's to close. */
    public static Fleet over(Connector connector) {
        return over(connector, device -> {});
    }

    /**
     * An empty fleet. The connector stays the caller's to close.
     *
     * @param setUp adds the handlers of each device before it connects; runs on the thread that opens it
     */
    public static Fleet over(Connector connector, Consumer<Device> setUp) {
        return new Fleet(connector, setUp);
    }

    /**
     * Adds devices and starts to connect them; returns at once. One that cannot be added does not keep the others away.
     *
     * @return why which device was not added: its name is taken, or {@code setUp} failed for it
     * @throws IllegalStateException when the fleet or its connector is closed
     */
    public List<FleetProblem> open(Collection<? extends DeviceConfig<?>> configs) {
        List<FleetProblem> problems = new ArrayList<>();
        for (DeviceConfig<?> config : configs) {
            try {
                add(config);
            } catch (IllegalArgumentException | ConnectorException e) {
                problems.add(new FleetProblem(config.deviceId(), String.valueOf(e.getMessage())));
            }
        }
        return List.copyOf(problems);
    }

    /**
     * Adds a device and starts to connect it; returns at once.
     *
     * @throws IllegalArgumentException when there is one of this name
     * @throws IllegalStateException when the fleet or its connector is closed
     */
    public synchronized Device add(DeviceConfig<?> config) {
        requireOpen();
        if (members.containsKey(config.deviceId())) {
            throw new IllegalArgumentException("The fleet has a device " + config.deviceId()
                    + " already; use replace to give it another configuration.");
        }
        Member member = new Member(config, start(config), new LinkedHashMap<>());
        members.put(config.deviceId(), member);
        listeners.forEach(listener -> tell(member, listener));
        return member.device();
    }

    private <C extends DeviceConfig<C>> Device start(DeviceConfig<C> config) {
        return connector.open(config.self(), setUp);
    }

    /**
     * Gives the device of this name another configuration: ends it, and adds it anew once it has ended, since two
     * connections of one device would throw each other out. With an equal configuration nothing happens; where there is
     * none of this name it is added.
     *
     * @return the device, once it is opened; completes exceptionally with {@link IllegalStateException} when the fleet is
     *     closed meanwhile, and with {@link IllegalArgumentException} when the name is taken again meanwhile
     */
    public CompletableFuture<Device> replace(DeviceConfig<?> config) {
        CompletableFuture<Void> ended;
        synchronized (this) {
            requireOpen();
            Member present = members.get(config.deviceId());
            if (present != null && present.config().equals(config)) {
                return CompletableFuture.completedFuture(present.device());
            }
            ended = present == null ? CompletableFuture.completedFuture(null) : end(members.remove(config.deviceId()));
        }
        return ended.thenApply(done -> add(config));
    }

    /**
     * Removes a device and ends it; messages it has accepted are given their time to be acknowledged.
     *
     * @return completes when it has ended, with whether there was one of this name
     */
    public CompletableFuture<Boolean> remove(String id) {
        Member removed;
        synchronized (this) {
            removed = members.remove(id);
        }
        return removed == null
                ? CompletableFuture.completedFuture(false)
                : end(removed).thenApply(done -> true);
    }

    /**
     * Makes the fleet hold exactly these devices: adds new ones, replaces those whose configuration is another one,
     * removes the others, and leaves the rest alone.
     *
     * @return completes when all that had to end has ended, with what could not be added
     * @throws IllegalStateException when the fleet or its connector is closed
     */
    public CompletableFuture<List<FleetProblem>> update(Collection<? extends DeviceConfig<?>> configs) {
        Map<String, DeviceConfig<?>> wanted = new LinkedHashMap<>();
        List<FleetProblem> problems = Collections.synchronizedList(new ArrayList<>());
        for (DeviceConfig<?> config : configs) {
            if (wanted.putIfAbsent(config.deviceId(), config) != null) {
                problems.add(new FleetProblem(config.deviceId(), "is there twice; the first one counts."));
            }
        }
        List<CompletableFuture<?>> steps = new ArrayList<>();
        for (String id : ids()) {
            if (!wanted.containsKey(id)) {
                steps.add(remove(id));
            }
        }
        for (DeviceConfig<?> config : wanted.values()) {
            steps.add(replace(config).handle((device, failure) -> {
                if (failure != null) {
                    problems.add(new FleetProblem(config.deviceId(), String.valueOf(failure.getMessage())));
                }
                return device;
            }));
        }
        return CompletableFuture.allOf(steps.toArray(new CompletableFuture<?>[0]))
                .thenApply(done -> List.copyOf(problems));
    }

    /** The device of this name, such as {@code a1Demo0Prod/lamp-1}. */
    public synchronized Optional<Device> get(String id) {
        return Optional.ofNullable(members.get(id)).map(Member::device);
    }

    /** The names of all devices, in the order added. */
    public synchronized List<String> ids() {
        return List.copyOf(members.keySet());
    }

    /** All devices, in the order added. */
    public synchronized List<Device> devices() {
        return members.values().stream().map(Member::device).toList();
    }

    /** How many devices stand where now. Looks at every one: about a microsecond for ten. */
    public FleetSummary summary() {
        return FleetSummary.of(devices());
    }

    /** Tells {@code listener} the present state of every device and every later one, of devices added later too. */
    public synchronized Registration onState(FleetListener listener) {
        listeners.add(listener);
        members.values().forEach(member -> tell(member, listener));
        return () -> forget(listener);
    }

    private static void tell(Member member, FleetListener listener) {
        Device device = member.device();
        member.listening().put(listener, device.session().onState(state -> listener.onState(device, state)));
    }

    private synchronized void forget(FleetListener listener) {
        listeners.remove(listener);
        for (Member member : members.values()) {
            Registration listening = member.listening().remove(listener);
            if (listening != null) {
                listening.close();
            }
        }
    }

    private static CompletableFuture<Void> end(@Nullable Member member) {
        return member == null
                ? CompletableFuture.completedFuture(null)
                : member.device().closeAsync();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The fleet was closed; make another.");
        }
    }

    /** Ends all devices at the same time, as {@link Device#close} does; takes at most 30 s. Idempotent. */
    @Override
    public void close() {
        close(CLOSE_LIMIT);
    }

    /**
     * Ends all devices at the same time; sub-devices say goodbye before their gateway's session ends. Waits for
     * {@code limit} at most; what has not ended by then goes on ending by itself. {@link Connector#close(Duration)} cuts it
     * off. Idempotent.
     *
     * @return whether all have ended
     */
    public boolean close(Duration limit) {
        List<Member> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(members.values());
            members.clear();
            listeners.clear();
        }
        CompletableFuture<Void> end =
                CompletableFuture.allOf(ending.stream().map(Fleet::end).toArray(CompletableFuture<?>[]::new));
        try {
            end.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
