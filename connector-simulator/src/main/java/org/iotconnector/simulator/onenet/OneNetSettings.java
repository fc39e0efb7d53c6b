package org.iotconnector.simulator.onenet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.jspecify.annotations.Nullable;

/** Settings of the simulated OneNET platform. Immutable. */
public final class OneNetSettings {
    private static final int MAX_PUSH_TARGETS = 10;

    private final Map<Transport, Integer> ports;
    private final @Nullable Integer httpPort;
    private final @Nullable Integer httpsPort;
    private final List<PushTarget> pushTargets;
    private final List<OneNetProduct> products;
    private final Map<String, String> userKeys;
    private final List<OneNetProject> projects;
    private final Set<OneNetRule> rules;

    private OneNetSettings(Builder builder) {
        Map<Transport, Integer> chosen = new EnumMap<>(Transport.class);
        boolean silent = builder.ports.isEmpty() && builder.httpPort == null && builder.httpsPort == null;
        if (silent) {
            chosen.put(Transport.TCP, 0);
            chosen.put(Transport.TLS, 0);
        }
        chosen.putAll(builder.ports);
        this.ports = Collections.unmodifiableMap(chosen);
        this.httpPort = silent ? Integer.valueOf(0) : builder.httpPort;
        this.httpsPort = silent ? Integer.valueOf(0) : builder.httpsPort;
        this.pushTargets = List.copyOf(builder.pushTargets);
        this.products = List.copyOf(builder.products.values());
        this.userKeys = Collections.unmodifiableMap(new LinkedHashMap<>(builder.userKeys));
        this.projects = List.copyOf(builder.projects.values());
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

    /** Port of the HTTP side over TLS, 0 for a free one; empty when it is not wanted. */
    public OptionalInt httpsPort() {
        return httpsPort == null ? OptionalInt.empty() : OptionalInt.of(httpsPort);
    }

    /** Servers that data are pushed to. */
    public List<PushTarget> pushTargets() {
        return pushTargets;
    }

    /** The products. */
    public List<OneNetProduct> products() {
        return products;
    }

    /** Access keys in Base64 by user id. */
    public Map<String, String> userKeys() {
        return userKeys;
    }

    /** The projects. */
    public List<OneNetProject> projects() {
        return projects;
    }

    /** Whether a rule is in force. */
    public boolean has(OneNetRule rule) {
        return rules.contains(rule);
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final Map<Transport, Integer> ports = new EnumMap<>(Transport.class);
        private @Nullable Integer httpPort;
        private @Nullable Integer httpsPort;
        private final List<PushTarget> pushTargets = new ArrayList<>();
        private final Map<String, OneNetProduct> products = new LinkedHashMap<>();
        private final Map<String, String> userKeys = new LinkedHashMap<>();
        private final Map<String, OneNetProject> projects = new LinkedHashMap<>();
        private final Set<OneNetRule> rules = OneNetRule.defaults();

        private Builder() {}

        /**
         * Adds an MQTT listener. Without any call of this method, {@link #http} or {@link #https}, all kinds listen on free ports.
         *
         * @param transport {@link Transport#TCP} or {@link Transport#TLS}; OneNET has no MQTT over WebSocket
         * @param port 0 to 65 535, 0 for a free one
         */
        public Builder listen(Transport transport, int port) {
            if (transport.isWebSocket()) {
                throw new SimulatorConfigurationException("OneNET has no MQTT over WebSocket, so it cannot listen for "
                        + transport.scheme() + "; use mqtt or mqtts.");
            }
            ports.put(transport, port(port, transport.scheme()));
            return this;
        }

        /** Opens the HTTP side on this port, 0 for a free one. */
        public Builder http(int port) {
            httpPort = port(port, "http");
            return this;
        }

        /** Opens the HTTP side over TLS, with the generated certificate, on this port, 0 for a free one. */
        public Builder https(int port) {
            httpsPort = port(port, "https");
            return this;
        }

        /** Adds a server that data are pushed to; at most 10. It is verified when the simulator starts. */
        public Builder push(PushTarget target) {
            if (pushTargets.size() == MAX_PUSH_TARGETS) {
                throw new SimulatorConfigurationException("There are more than " + MAX_PUSH_TARGETS
                        + " push targets; OneNET allows no more, remove [" + target.url() + "].");
            }
            pushTargets.add(target);
            return this;
        }

        /**
         * Adds a product.
         *
         * @param productId letters and digits, unique; the platform issues 10 of them
         * @param settings fills in the rest
         */
        public Builder product(String productId, Consumer<OneNetProduct.Builder> settings) {
            if (!productId.matches("[A-Za-z0-9]+")) {
                throw new SimulatorConfigurationException(
                        "Product id [" + productId + "] must be letters and digits, as the platform issues them.");
            }
            OneNetProduct.Builder product = new OneNetProduct.Builder(productId);
            settings.accept(product);
            if (products.putIfAbsent(productId, product.build()) != null) {
                throw new SimulatorConfigurationException(
                        "Product [" + productId + "] is there twice; put its devices into one.");
            }
            return this;
        }

        /** Adds a user, whose token opens the application API for everything. */
        public Builder user(String userId, String accessKey) {
            userKeys.put(userId, OneNetProduct.key("The access key of user [" + userId + "]", accessKey));
            return this;
        }

        /**
         * Adds a project, whose token opens the application API for its products.
         *
         * @param accessKey Base64
         * @param productIds the products whose devices are in it
         */
        public Builder project(String projectId, String accessKey, List<String> productIds) {
            projects.put(
                    projectId,
                    new OneNetProject(
                            projectId,
                            OneNetProduct.key("The access key of project [" + projectId + "]", accessKey),
                            productIds));
            return this;
        }

        /** Switches a rule on or off; see {@link OneNetRule} for the defaults. */
        public Builder rule(OneNetRule rule, boolean inForce) {
            if (inForce) {
                rules.add(rule);
            } else {
                rules.remove(rule);
            }
            return this;
        }

        /** The settings so far. */
        public OneNetSettings build() {
            return new OneNetSettings(this);
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
