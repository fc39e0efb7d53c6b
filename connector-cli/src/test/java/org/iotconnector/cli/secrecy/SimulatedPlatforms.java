package org.iotconnector.cli.secrecy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iotconnector.tck.LoudProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code iotc simulate} with all {@link Accounts}, in a process of its own. */
final class SimulatedPlatforms implements AutoCloseable {
    private final LoudProcess process;
    private final JsonNode endpoints;

    SimulatedPlatforms(Path folder) {
        Path configuration = Account.write(folder.resolve("simulator.yaml"), Accounts.simulator());
        process = LoudProcess.start(
                folder,
                "simulate",
                "org.iotconnector.cli.Main",
                Map.of(),
                List.of("simulate", configuration.toString(), "--json"));
        process.awaitOut("}\n");
        endpoints = JsonMapper.shared().readTree(process.out()).get("endpoints");
    }

    /** Where the server of that name is. */
    String endpoint(String name) {
        for (JsonNode each : endpoints) {
            if (each.get("name").asString().equals(name)) {
                return each.get("uri").asString();
            }
        }
        throw new AssertionError("There is no endpoint " + name + " in " + endpoints);
    }

    LoudProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
