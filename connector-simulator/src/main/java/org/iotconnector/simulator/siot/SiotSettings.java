package org.iotconnector.simulator.siot;

import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.net.Ports;
import org.jspecify.annotations.Nullable;

/** Settings of the simulated SIoT. Immutable. */
public final class SiotSettings {
    private final SiotGeneration generation;
    private final Map<Transport, Integer> ports;
    private final @Nullable Integer httpPort;
    private final Map<String, String> users;
    private final ZoneId zone;
    private final Set<SiotRule> rules;

    private SiotSettings(Builder builder) {
        this.generation = builder.generation;
        Map<Transport, Integer> chosen = new EnumMap<>(Transport.class);
        boolean silent = builder.ports.isEmpty() && builder.httpPort == null;
        if (silent) {
            chosen.put(Transport.TCP, 0);
        }
        chosen.putAll(builder.ports);
        this.ports = Collections.unmodifiableMap(chosen);
        this.httpPort = silent ? Integer.valueOf(0) : builder.httpPort;
        this.users = Collections.unmodifiableMap(new LinkedHashMap<>(builder.users));
        this.zone = builder.zone;
        this.rules = Set.copyOf(builder.rules);
        if (generation == SiotGeneration.V1 && !Set.of(Transport.TCP).containsAll(ports.keySet())) {
            throw new SimulatorConfigurationException(
                    "SIoT V1 has MQTT over TCP only; leave the other listeners out, or choose version v2.");
        }
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Which generation; default V1. */
    public SiotGeneration generation() {
        return generation;
    }

    /** Port per MQTT listener; 0 means a free one. */
    public Map<Transport, Integer> ports() {
        return ports;
    }

    /** Port of web page and HTTP API, 0 for a free one; empty when it is not wanted. */
    public OptionalInt httpPort() {
        return httpPort == null ? OptionalInt.empty() : OptionalInt.of(httpPort);
    }

    /** Passwords by user name. */
    public Map<String, String> users() {
        return users;
    }

    /** Where the server stands: zone of the times in its answers; default that of this machine. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether a rule is in force. */
    public boolean has(SiotRule rule) {
        return rules.contains(rule);
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "SiotSettings[" + generation + ", users=" + users.keySet() + "]";
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private SiotGeneration generation = SiotGeneration.V1;
        private final Map<Transport, Integer> ports = new EnumMap<>(Transport.class);
        private @Nullable Integer httpPort;
        private final Map<String, String> users = new LinkedHashMap<>();
        private ZoneId zone = ZoneId.systemDefault();
        private final Set<SiotRule> rules = SiotRule.defaults();

        private Builder() {}

        /** Chooses the generation. */
        public Builder generation(SiotGeneration chosen) {
            generation = chosen;
            return this;
        }

        /**
         * Adds an MQTT listener. Without any call of this method or {@link #http}, MQTT over TCP and HTTP listen on free ports.
         *
         * @param transport V1 has TCP only; over WebSocket the path is {@code /ws}
         * @param port 0 to 65 535, 0 for a free one
         */
        public Builder listen(Transport transport, int port) {
            ports.put(transport, Ports.checked(port, transport.scheme()));
            return this;
        }

        /** Opens the HTTP API on this port, 0 for a free one. */
        public Builder http(int port) {
            httpPort = Ports.checked(port, "http");
            return this;
        }

        /** Adds a login, or replaces its password. SIoT itself has one, which all share. Neither may be empty. */
        public Builder user(String username, String password) {
            if (username.isEmpty() || password.isEmpty()) {
                throw new SimulatorConfigurationException(
                        "SIoT user [" + username + "] needs a name and a password that are not empty.");
            }
            users.put(username, password);
            return this;
        }

        /** Zone of the times in its answers. */
        public Builder zone(ZoneId where) {
            zone = where;
            return this;
        }

        /** Switches a rule on or off; see {@link SiotRule} for the defaults. */
        public Builder rule(SiotRule rule, boolean inForce) {
            if (inForce) {
                rules.add(rule);
            } else {
                rules.remove(rule);
            }
            return this;
        }

        /**
         * The settings so far.
         *
         * @throws SimulatorConfigurationException if V1 is to listen on anything but TCP
         */
        public SiotSettings build() {
            return new SiotSettings(this);
        }
    }
}
