package org.iotconnector.simulator.mqtt;

import java.util.Optional;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.internal.broker.TopicFilters;
import org.jspecify.annotations.Nullable;

/** One line of the access list. What no line allows is forbidden; without any line everything is allowed. Immutable. */
public final class MqttAclEntry {
    private final @Nullable String username;
    private final MqttAccess access;
    private final String filter;

    private MqttAclEntry(@Nullable String username, MqttAccess access, String filter) {
        if (!TopicFilters.isValidFilter(filter)) {
            throw new SimulatorConfigurationException("Topic filter [" + filter
                    + "] of the access list is malformed; + and # must be whole levels, and # the last.");
        }
        this.username = username;
        this.access = access;
        this.filter = filter;
    }

    /** A line for everybody, anonymous clients included. {@code %u} stands for the user name, {@code %c} for the client identifier. */
    public static MqttAclEntry forAll(MqttAccess access, String filter) {
        return new MqttAclEntry(null, access, filter);
    }

    /** A line for one user. */
    public static MqttAclEntry forUser(String username, MqttAccess access, String filter) {
        return new MqttAclEntry(username, access, filter);
    }

    /** Whom it concerns; empty for everybody. */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /** What it allows. */
    public MqttAccess access() {
        return access;
    }

    /** On which topics, before {@code %u} and {@code %c} are filled in. */
    public String filter() {
        return filter;
    }

    @Override
    public String toString() {
        return (username == null ? "everybody" : "user " + username) + " " + access + " " + filter;
    }
}
