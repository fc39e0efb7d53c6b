package org.iotconnector.simulator.internal.siot.store;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.siot.SiotMessage;

/** What the server's database holds. */
public final class SiotStore {
    private static final int MAX_MESSAGES = 100_000;

    private final Clock clock;
    private final Map<String, Project> projects = new LinkedHashMap<>();
    private final Deque<SiotMessage> messages = new ArrayDeque<>();
    private long lastMessage;
    private long lastDevice;

    /** An empty one. */
    public SiotStore(Clock clock) {
        this.clock = clock;
    }

    /** Projects, oldest first. */
    public List<Project> projects() {
        return List.copyOf(projects.values());
    }

    /** The project of this name. */
    public Optional<Project> project(String id) {
        return Optional.ofNullable(projects.get(id));
    }

    /** Devices of all projects, in the order of the projects. */
    public List<Device> devices() {
        return projects.values().stream()
                .flatMap(project -> project.devices().stream())
                .toList();
    }

    /** The device of this topic. */
    public Optional<Device> device(String topic) {
        return project(projectOf(topic)).flatMap(project -> project.device(nameOf(topic)));
    }

    /** The device of this topic, made with its project if there is none. */
    public Device makeDevice(String topic) {
        Project project = projects.computeIfAbsent(projectOf(topic), id -> new Project(id, clock.instant()));
        return project.device(nameOf(topic)).orElseGet(() -> {
            Device made = new Device(++lastDevice, topic, nameOf(topic));
            project.add(made);
            return made;
        });
    }

    /** Keeps a message. */
    public void add(String topic, String content) {
        messages.addLast(new SiotMessage(++lastMessage, topic, content, clock.instant()));
        if (messages.size() > MAX_MESSAGES) {
            messages.removeFirst();
        }
    }

    /** Messages of a topic, oldest first. */
    public List<SiotMessage> messages(String topic) {
        return messages.stream()
                .filter(message -> message.topic().equals(topic))
                .toList();
    }

    /** Removes the messages of a topic and returns how many there were. */
    public int clear(String topic) {
        int before = messages.size();
        messages.removeIf(message -> message.topic().equals(topic));
        return before - messages.size();
    }

    /** Removes a device with its messages; false if there is none. A project without devices stays. */
    public boolean removeDevice(String topic) {
        Optional<Device> device = device(topic);
        device.ifPresent(found -> {
            project(projectOf(topic)).ifPresent(project -> project.remove(found));
            clear(topic);
        });
        return device.isPresent();
    }

    /** Removes a project with its devices and their messages; false if there is none. */
    public boolean removeProject(String id) {
        Project project = projects.remove(id);
        if (project != null) {
            project.devices().forEach(device -> clear(device.topic()));
        }
        return project != null;
    }

    private static String projectOf(String topic) {
        int slash = topic.indexOf('/');
        return slash < 0 ? topic : topic.substring(0, slash);
    }

    private static String nameOf(String topic) {
        return topic.substring(topic.indexOf('/') + 1);
    }
}
