package org.iotconnector.simulator.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.net.Ports;

/** Settings of the simulated general broker. Immutable. */
public final class MqttSettings {
    private final Map<Transport, Integer> ports;
    private final Map<String, String> users;
    private final boolean allowAnonymous;
    private final List<MqttAclEntry> acl;
    private final Duration sysInterval;
    private final int maxPacketBytes;
    private final int maxInFlight;
    private final int maxQueued;
    private final Set<MqttRule> rules;

    private MqttSettings(Builder builder) {
        Map<Transport, Integer> chosen = new EnumMap<>(Transport.class);
        if (builder.ports.isEmpty()) {
            chosen.put(Transport.TCP, 0);
            chosen.put(Transport.TLS, 0);
        }
        chosen.putAll(builder.ports);
        this.ports = Collections.unmodifiableMap(chosen);
        this.users = Collections.unmodifiableMap(new LinkedHashMap<>(builder.users));
        this.allowAnonymous = builder.allowAnonymous;
        this.acl = List.copyOf(builder.acl);
        this.sysInterval = builder.sysInterval;
        this.maxPacketBytes = builder.maxPacketBytes;
        this.maxInFlight = builder.maxInFlight;
        this.maxQueued = builder.maxQueued;
        this.rules = Set.copyOf(builder.rules);
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Port per listener; 0 means a free one. */
    public Map<Transport, Integer> ports() {
        return ports;
    }

    /** Passwords by user name. */
    public Map<String, String> users() {
        return users;
    }

    /** Whether a client may come without a user name; default true. */
    public boolean allowAnonymous() {
        return allowAnonymous;
    }

    /** The access list; empty when everything is allowed. */
    public List<MqttAclEntry> acl() {
        return acl;
    }

    /** Time between two publications of {@code $SYS}; default 10 s. */
    public Duration sysInterval() {
        return sysInterval;
    }

    /** Largest topic name and payload together, in bytes; default 2 000 000. A larger message closes the connection. */
    public int maxPacketBytes() {
        return maxPacketBytes;
    }

    /** Unacknowledged messages per client; default 20. */
    public int maxInFlight() {
        return maxInFlight;
    }

    /** Messages kept per session beyond that; default 1000. Later ones are lost. */
    public int maxQueued() {
        return maxQueued;
    }

    /** Whether a rule is in force. */
    public boolean has(MqttRule rule) {
        return rules.contains(rule);
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "MqttSettings[users=" + users.keySet() + ", allowAnonymous=" + allowAnonymous + ", acl=" + acl + "]";
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final Map<Transport, Integer> ports = new EnumMap<>(Transport.class);
        private final Map<String, String> users = new LinkedHashMap<>();
        private boolean allowAnonymous = true;
        private final List<MqttAclEntry> acl = new ArrayList<>();
        private Duration sysInterval = Duration.ofSeconds(10);
        private int maxPacketBytes = 2_000_000;
        private int maxInFlight = 20;
        private int maxQueued = 1000;
        private final Set<MqttRule> rules = MqttRule.defaults();

        private Builder() {}

        /**
         * Adds a listener. Without any call of this method, TCP and TLS listen on free ports.
         *
         * @param transport any; over WebSocket the path is {@code /mqtt}
         * @param port 0 to 65 535, 0 for a free one
         */
        public Builder listen(Transport transport, int port) {
            ports.put(transport, Ports.checked(port, transport.scheme()));
            return this;
        }

        /**
         * Adds a user, or replaces its password. As soon as there is a user, a client with an unknown user name is refused.
         *
         * @param username not empty
         * @param password any text
         */
        public Builder user(String username, String password) {
            if (username.isEmpty()) {
                throw new SimulatorConfigurationException(
                        "A user name of the MQTT broker is empty; give a text, or allow anonymous clients.");
            }
            users.put(username, password);
            return this;
        }

        /** Lets clients in that give no user name, or keeps them out; default lets in. */
        public Builder allowAnonymous(boolean allowed) {
            allowAnonymous = allowed;
            return this;
        }

        /** Adds a line to the access list. */
        public Builder acl(MqttAclEntry entry) {
            acl.add(entry);
            return this;
        }

        /** Time between two publications of {@code $SYS}, at least 1 s. */
        public Builder sysInterval(Duration interval) {
            if (interval.toSeconds() < 1) {
                throw new SimulatorConfigurationException("The interval of $SYS is [" + interval
                        + "]; give 1 s or more, or switch the rule [sysTopics] off.");
            }
            sysInterval = interval;
            return this;
        }

        /** Largest topic name and payload together, in bytes, at least 1. */
        public Builder maxPacketBytes(int bytes) {
            maxPacketBytes = positive("maxPacketBytes", bytes);
            return this;
        }

        /** Unacknowledged messages per client, at least 1. */
        public Builder maxInFlight(int messages) {
            maxInFlight = positive("maxInFlight", messages);
            return this;
        }

        /** Messages kept per session beyond that, at least 1. */
        public Builder maxQueued(int messages) {
            maxQueued = positive("maxQueued", messages);
            return this;
        }

        /** Switches a rule on or off; see {@link MqttRule} for the defaults. */
        public Builder rule(MqttRule rule, boolean inForce) {
            if (inForce) {
                rules.add(rule);
            } else {
                rules.remove(rule);
            }
            return this;
        }

        /** The settings so far. */
        public MqttSettings build() {
            return new MqttSettings(this);
        }

        private static int positive(String name, int number) {
            if (number < 1) {
                throw new SimulatorConfigurationException(
                        "Setting [" + name + "] of the MQTT broker is [" + number + "]; give 1 or more.");
            }
            return number;
        }
    }
}
