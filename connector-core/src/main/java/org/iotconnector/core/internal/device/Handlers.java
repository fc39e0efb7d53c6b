package org.iotconnector.core.internal.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.iotconnector.core.AsyncServiceHandler;
import org.iotconnector.core.AsyncSetHandler;
import org.iotconnector.core.GetHandler;
import org.iotconnector.core.NoticeHandler;
import org.iotconnector.core.RawHandler;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.spi.Interest;
import org.jspecify.annotations.Nullable;

/** The user's handlers of one device: at most one for each thing that the platform wants
 * answered, and any number that only listen. Thread-safe. */
final class Handlers {
    private final AtomicReference<@Nullable AsyncSetHandler> set = new AtomicReference<>();
    private final AtomicReference<@Nullable GetHandler> get = new AtomicReference<>();
    private final AtomicReference<@Nullable RawHandler> raw = new AtomicReference<>();
    private final List<NoticeHandler> notices = new CopyOnWriteArrayList<>();
    private final Map<String, AsyncServiceHandler> services = new ConcurrentHashMap<>();
    private final String device;

    Handlers(String device) {
        this.device = device;
    }

    Optional<AsyncSetHandler> set() {
        return Optional.ofNullable(set.get());
    }

    Optional<GetHandler> get() {
        return Optional.ofNullable(get.get());
    }

    Optional<RawHandler> raw() {
        return Optional.ofNullable(raw.get());
    }

    List<NoticeHandler> notices() {
        return notices;
    }

    Optional<AsyncServiceHandler> service(String name) {
        return Optional.ofNullable(services.get(name));
    }

    Registration addSet(AsyncSetHandler handler) {
        return put(set, handler, "a set handler");
    }

    Registration addGet(GetHandler handler) {
        return put(get, handler, "a get handler");
    }

    Registration addRaw(RawHandler handler) {
        return put(raw, handler, "a raw handler");
    }

    Registration addNotice(NoticeHandler handler) {
        notices.add(handler);
        return () -> notices.remove(handler);
    }

    Registration addService(String name, AsyncServiceHandler handler) {
        if (services.putIfAbsent(name, handler) != null) {
            throw taken("a handler for the service " + name);
        }
        return () -> services.remove(name, handler);
    }

    /** What has to be subscribed for these handlers. */
    Interest interest() {
        Interest interest = Interest.REPLIES_ONLY;
        if (set().isPresent()) {
            interest = interest.withSets();
        }
        if (raw().isPresent()) {
            interest = interest.withRaw();
        }
        for (String name : services.keySet()) {
            interest = interest.withService(name);
        }
        return interest;
    }

    private <H> Registration put(AtomicReference<@Nullable H> place, H handler, String what) {
        if (!place.compareAndSet(null, handler)) {
            throw taken(what);
        }
        return () -> place.compareAndSet(handler, null);
    }

    private IllegalStateException taken(String what) {
        return new IllegalStateException("The device " + device + " has " + what
                + " already; one place answers the platform. Close the other registration first.");
    }
}
