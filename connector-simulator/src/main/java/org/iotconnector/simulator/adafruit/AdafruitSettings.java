package org.iotconnector.simulator.adafruit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.jspecify.annotations.Nullable;

/** Settings of the simulated Adafruit IO. Immutable. */
public final class AdafruitSettings {
    private final Map<Transport, Integer> ports;
    private final @Nullable Integer httpPort;
    private final List<Account> accounts;
    private final AdafruitLimits limits;
    private final Set<AdafruitRule> rules;

    /**
     * An account to begin with.
     *
     * @param username its name, the first level of its topics
     * @param key its key
     * @param plan what it may do
     */
    public record Account(String username, String key, AdafruitPlan plan) {
        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Account[" + username + ", " + plan.name() + "]";
        }
    }

    private AdafruitSettings(Builder builder) {
        Map<Transport, Integer> chosen = new EnumMap<>(Transport.class);
        boolean silent = builder.ports.isEmpty() && builder.httpPort == null;
        if (silent) {
            chosen.put(Transport.TCP, 0);
            chosen.put(Transport.TLS, 0);
        }
        chosen.putAll(builder.ports);
        this.ports = Collections.unmodifiableMap(chosen);
        this.httpPort = silent ? Integer.valueOf(0) : builder.httpPort;
        this.accounts = List.copyOf(builder.accounts.values());
        this.limits = builder.limits;
        this.rules = Set.copyOf(builder.rules);
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Port per MQTT listener; 0 means a free one. */
    public Map<Transport, Integer> ports() {
        return ports;
    }

    /** Port of the HTTP side, 0 for a free one; empty when it is not wanted. */
    public OptionalInt httpPort() {
        return httpPort == null ? OptionalInt.empty() : OptionalInt.of(httpPort);
    }

    /** The accounts. */
    public List<Account> accounts() {
        return accounts;
    }

    /** What bans an account. */
    public AdafruitLimits limits() {
        return limits;
    }

    /** Whether a rule is in force. */
    public boolean has(AdafruitRule rule) {
        return rules.contains(rule);
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final Map<Transport, Integer> ports = new EnumMap<>(Transport.class);
        private @Nullable Integer httpPort;
        private final Map<String, Account> accounts = new LinkedHashMap<>();
        private AdafruitLimits limits = AdafruitLimits.builder().build();
        private final Set<AdafruitRule> rules = AdafruitRule.defaults();

        private Builder() {}

        /**
         * Adds an MQTT listener. Without any call of this method or {@link #http}, MQTT over TCP and TLS and HTTP listen on free ports.
         *
         * @param transport any; over WebSocket the path is {@code /mqtt}
         * @param port 0 to 65 535, 0 for a free one
         */
        public Builder listen(Transport transport, int port) {
            ports.put(transport, port(port, transport.scheme()));
            return this;
        }

        /** Opens the HTTP side on this port, 0 for a free one. */
        public Builder http(int port) {
            httpPort = port(port, "http");
            return this;
        }

        /**
         * Adds an account.
         *
         * @param username letters, digits, {@code _} and {@code -}; unique
         * @param key any text but an empty one; today's keys are {@code aio_} and 28 letters or digits
         */
        public Builder account(String username, String key, AdafruitPlan plan) {
            if (!username.matches("[A-Za-z0-9_-]+")) {
                throw new SimulatorConfigurationException("Username [" + username
                        + "] must be letters, digits, _ and -, since it is the first level of topics.");
            }
            if (key.isEmpty()) {
                throw new SimulatorConfigurationException(
                        "The key of account [" + username + "] is empty; give a text.");
            }
            if (accounts.putIfAbsent(username, new Account(username, key, plan)) != null) {
                throw new SimulatorConfigurationException(
                        "Account [" + username + "] is there twice; remove one or give it another name.");
            }
            return this;
        }

        /** Replaces what bans an account. */
        public Builder limits(AdafruitLimits replacement) {
            limits = replacement;
            return this;
        }

        /** Switches a rule on or off; see {@link AdafruitRule} for the defaults. */
        public Builder rule(AdafruitRule rule, boolean inForce) {
            if (inForce) {
                rules.add(rule);
            } else {
                rules.remove(rule);
            }
            return this;
        }

        /** The settings so far. */
        public AdafruitSettings build() {
            return new AdafruitSettings(this);
        }

        private static int port(int port, String scheme) {
            if (port < 0 || port > 65_535) {
                throw new SimulatorConfigurationException(
                        "Port [" + port + "] for " + scheme + " is not within 0 to 65535; 0 takes a free one.");
            }
            return port;
        }
    }
}
