package org.iotconnector.simulator.internal.easyiot.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.iotconnector.simulator.easyiot.EasyIotMessage;

/** One topic of an account, with what is stored of it. */
public final class Device {
    private final String topic;
    private final Account account;
    private String name;
    private final Deque<EasyIotMessage> messages = new ArrayDeque<>();

    Device(Account account, String topic, String name) {
        this.account = account;
        this.topic = topic;
        this.name = name;
    }

    /** Its topic. */
    public String topic() {
        return topic;
    }

    /** Whose it is. */
    public Account account() {
        return account;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Gives it another name. */
    public void rename(String other) {
        name = other;
    }

    /** Newest first. */
    public List<EasyIotMessage> history() {
        return List.copyOf(messages);
    }

    /** How many are stored. */
    public int stored() {
        return messages.size();
    }

    /** Removes all. */
    public void clear() {
        messages.clear();
    }

    void add(EasyIotMessage message) {
        messages.addFirst(message);
    }
}
