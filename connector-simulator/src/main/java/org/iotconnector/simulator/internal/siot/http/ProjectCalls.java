package org.iotconnector.simulator.internal.siot.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iotconnector.simulator.internal.siot.store.Device;
import org.iotconnector.simulator.internal.siot.store.Project;
import org.iotconnector.simulator.internal.siot.store.SiotStore;

/** Calls about projects and devices. A filter finds names that contain it. */
final class ProjectCalls {
    private static final String PROJECT = "pid";
    private static final int STANDARD_PAGE = 100;

    private final SiotStore store;

    ProjectCalls(SiotStore store) {
        this.store = store;
    }

    List<Map<String, Object>> projects(Parameters parameters) {
        String filter = parameters.text("id").orElse("");
        return page(
                parameters,
                store.projects().stream()
                        .filter(project -> project.id().contains(filter))
                        .map(ProjectCalls::row));
    }

    void updateProject(Parameters parameters) {
        project(parameters).describe(parameters.text("desc").orElse(""));
    }

    void deleteProject(Parameters parameters) {
        if (!store.removeProject(parameters.required(PROJECT))) {
            throw noProject(parameters);
        }
    }

    List<Map<String, Object>> devices(Parameters parameters) {
        String filter = parameters.text("deviceName").orElse("");
        Stream<Project> projects = parameters
                .text(PROJECT)
                .map(id -> store.project(id).stream())
                .orElseGet(() -> store.projects().stream());
        return page(
                parameters,
                projects.flatMap(project -> project.devices().stream()
                        .filter(device -> device.name().contains(filter))
                        .map(device -> row(project, device))));
    }

    void updateDevice(Parameters parameters) {
        String name = parameters.required("dname");
        Device device = project(parameters).devices().stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException("there is no device " + name + " in this project"));
        device.describe(parameters.text("desc").orElse(""));
    }

    void deleteDevice(Parameters parameters) {
        String topic = parameters.required("topic");
        if (!store.removeDevice(topic)) {
            throw new RefusedException("there is no device " + topic);
        }
    }

    private Project project(Parameters parameters) {
        return store.project(parameters.required(PROJECT)).orElseThrow(() -> noProject(parameters));
    }

    private static RefusedException noProject(Parameters parameters) {
        return new RefusedException("there is no project " + parameters.required(PROJECT));
    }

    private static List<Map<String, Object>> page(Parameters parameters, Stream<Map<String, Object>> rows) {
        int size = parameters.number("psize", STANDARD_PAGE);
        return rows.skip((parameters.number("pnum", 1) - 1L) * size).limit(size).toList();
    }

    private static Map<String, Object> row(Project project) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ID", project.id());
        row.put("Description", project.description());
        row.put("Created", project.created().getEpochSecond());
        return row;
    }

    private static Map<String, Object> row(Project project, Device device) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ID", device.id());
        row.put("ProjectID", project.id());
        row.put("DeviceName", device.name());
        row.put("DeviceDesc", device.description());
        return row;
    }
}
