package org.iotconnector.samples.classics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iotconnector.samples.common.SecrecyContract;
import org.iotconnector.simulator.junit.SimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClassicsSecrecyTest extends SecrecyContract {
    private static final String PASSWORD = "Gb6$Fd1+vC/9=Ns%3&Ml\"0Öp";
    private static final String WRONG = "Ns%3&Ml\"0ÖpGb6$Fd1+vC/9=";

    @RegisterExtension
    final SimulatorExtension extension = SimulatorExtension.of(
            builder -> builder.mqtt(mqtt -> mqtt.allowAnonymous(false).user("keeper", PASSWORD)));

    @Override
    protected String mainClass() {
        return Classics.class.getName();
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("the password", PASSWORD, "the wrong password", WRONG);
    }

    @Override
    protected List<Run> runs(Path files) throws Exception {
        String address = extension.simulator().mqtt().mqttUri().toString();
        Files.writeString(files.resolve("password"), PASSWORD + "\n");
        String good = Files.writeString(
                        files.resolve("broker.yaml"),
                        "broker: " + address + "\nusername: keeper\npasswordFile: password\n")
                .toString();
        String broken = Files.writeString(files.resolve("broken.yaml"), "broker: mqtt://keeper:" + WRONG + "@host\n")
                .toString();
        Map<String, String> login = Map.of("IOTC_USERNAME", "keeper", "IOTC_PASSWORD", PASSWORD);
        Map<String, String> wrong = Map.of("IOTC_USERNAME", "keeper", "IOTC_PASSWORD", WRONG);
        List<Run> runs = new ArrayList<>(List.of(
                run("file", good, Map.of(), 0),
                run("broken", broken, Map.of(), 1),
                new Run("wrong", List.of("--run", "PUBLISH", "--broker", address), wrong, 1)));
        for (Lesson lesson : List.of(Lesson.GREET, Lesson.PRESENCE, Lesson.SLEEPY)) {
            runs.add(new Run(
                    lesson.name(),
                    List.of("--run", lesson.name(), "--broker", address, "--id", lesson.name(), "--for", "1s"),
                    login,
                    0));
        }
        return runs;
    }

    private static Run run(String name, String file, Map<String, String> variables, int exitCode) {
        return new Run(name, List.of("--run", "PUBLISH", "--for", "100ms", file), variables, exitCode);
    }
}
