package org.iotconnector.simulator.easyiot;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.net.Ports;
import org.jspecify.annotations.Nullable;

/** Settings of the simulated Easy IoT. Immutable. */
public final class EasyIotSettings {
    private final Map<Transport, Integer> ports;
    private final @Nullable Integer httpPort;
    private final List<Account> accounts;
    private final int storedPerDevice;
    private final int storedPerAccount;
    private final Set<EasyIotRule> rules;

    /**
     * An account to begin with.
     *
     * @param iotId the user name of MQTT, {@code Iot_id} on the site
     * @param password the password of MQTT, {@code Iot_pwd} on the site
     * @param devices names by topic
     */
    public record Account(String iotId, String password, Map<String, String> devices) {
        /** Copies the devices, in their order. */
        public Account {
            devices = Collections.unmodifiableMap(new LinkedHashMap<>(devices));
        }

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Account[" + iotId + ", " + devices + "]";
        }
    }

    private EasyIotSettings(Builder builder) {
        Map<Transport, Integer> chosen = new EnumMap<>(Transport.class);
        boolean silent = builder.ports.isEmpty() && builder.httpPort == null;
        if (silent) {
            chosen.put(Transport.TCP, 0);
        }
        chosen.putAll(builder.ports);
        this.ports = Collections.unmodifiableMap(chosen);
        this.httpPort = silent ? Integer.valueOf(0) : builder.httpPort;
        this.accounts = List.copyOf(builder.accounts.values());
        this.storedPerDevice = builder.storedPerDevice;
        this.storedPerAccount = builder.storedPerAccount;
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

    /** Port of the message search over HTTP, 0 for a free one; empty when it is not wanted. */
    public OptionalInt httpPort() {
        return httpPort == null ? OptionalInt.empty() : OptionalInt.of(httpPort);
    }

    /** The accounts. */
    public List<Account> accounts() {
        return accounts;
    }

    /** Messages stored of a device, after which no more are; default 1000. */
    public int storedPerDevice() {
        return storedPerDevice;
    }

    /** Messages stored of an account, after which no more are; default 10 000. */
    public int storedPerAccount() {
        return storedPerAccount;
    }

    /** Whether a rule is in force. */
    public boolean has(EasyIotRule rule) {
        return rules.contains(rule);
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final Map<Transport, Integer> ports = new EnumMap<>(Transport.class);
        private @Nullable Integer httpPort;
        private final Map<String, Account> accounts = new LinkedHashMap<>();
        private int storedPerDevice = 1000;
        private int storedPerAccount = 10_000;
        private final Set<EasyIotRule> rules = EasyIotRule.defaults();

        private Builder() {}

        /**
         * Adds an MQTT listener. Without any call of this method or {@link #http}, MQTT over TCP and HTTP listen on free ports. The
         * platform itself has TCP only.
         *
         * @param port 0 to 65 535, 0 for a free one
         */
        public Builder listen(Transport transport, int port) {
            ports.put(transport, Ports.checked(port, transport.scheme()));
            return this;
        }

        /** Opens the message search over HTTP on this port, 0 for a free one. */
        public Builder http(int port) {
            httpPort = Ports.checked(port, "http");
            return this;
        }

        /** As {@link #account(String, String, Map)}, with devices that have their topics for names. */
        public Builder account(String iotId, String password, String... topics) {
            Map<String, String> devices = new LinkedHashMap<>();
            for (String topic : topics) {
                devices.put(topic, topic);
            }
            return account(iotId, password, devices);
        }

        /**
         * Adds an account.
         *
         * @param iotId any text but an empty one; unique
         * @param password any text but an empty one
         * @param devices names by topic; a topic has no {@code /}, {@code +} or {@code #} and belongs to one account
         */
        public Builder account(String iotId, String password, Map<String, String> devices) {
            if (iotId.isEmpty() || password.isEmpty()) {
                throw new SimulatorConfigurationException(
                        "Easy IoT account [" + iotId + "] needs an Iot_id and a password that are not empty.");
            }
            Set<String> taken = new HashSet<>();
            accounts.values().forEach(account -> taken.addAll(account.devices().keySet()));
            for (String topic : devices.keySet()) {
                if (!topic.matches("[^/+#\\x00]+")) {
                    throw new SimulatorConfigurationException("Topic [" + topic + "] of Easy IoT account [" + iotId
                            + "] must be one level without /, + and #.");
                }
                if (!taken.add(topic)) {
                    throw new SimulatorConfigurationException(
                            "Topic [" + topic + "] belongs to two Easy IoT accounts; give one another topic.");
                }
            }
            if (accounts.putIfAbsent(iotId, new Account(iotId, password, devices)) != null) {
                throw new SimulatorConfigurationException(
                        "Easy IoT account [" + iotId + "] is there twice; remove one or give it another Iot_id.");
            }
            return this;
        }

        /** Replaces how many messages are stored of a device and of an account, at least 0 each. */
        public Builder storage(int perDevice, int perAccount) {
            if (perDevice < 0 || perAccount < 0) {
                throw new SimulatorConfigurationException("Easy IoT cannot store [" + perDevice
                        + "] messages of a device and [" + perAccount + "] of an account; give 0 or more.");
            }
            storedPerDevice = perDevice;
            storedPerAccount = perAccount;
            return this;
        }

        /** Switches a rule on or off; see {@link EasyIotRule} for the defaults. */
        public Builder rule(EasyIotRule rule, boolean inForce) {
            if (inForce) {
                rules.add(rule);
            } else {
                rules.remove(rule);
            }
            return this;
        }

        /** The settings so far. */
        public EasyIotSettings build() {
            return new EasyIotSettings(this);
        }
    }
}
