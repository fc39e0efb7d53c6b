package org.iotconnector.tck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.iotconnector.core.session.FailureKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Runs the scripts of the session's contract and of every kind of failure; each says in its first line what it shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractScriptsTest {
    private final ScriptBench bench = new ScriptBench();

    @AfterAll
    void close() {
        bench.close();
    }

    private static List<Path> scripts(String folder) throws IOException, URISyntaxException {
        Path place = Path.of(Objects.requireNonNull(ContractScriptsTest.class.getResource(folder))
                .toURI());
        try (Stream<Path> files = Files.list(place)) {
            return files.sorted().toList();
        }
    }

    private Stream<DynamicTest> tests(String folder) throws IOException, URISyntaxException {
        return scripts(folder).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(), () -> {
                    FaultScript.parse(Files.readString(file)).run(bench);
                }));
    }

    @TestFactory
    Stream<DynamicTest> contract_rowByRow_holds() throws IOException, URISyntaxException {
        return tests("contract");
    }

    @TestFactory
    Stream<DynamicTest> failures_kindByKind_endAsExpected() throws IOException, URISyntaxException {
        return tests("kinds");
    }

    @Test
    void kinds_all_haveAScriptThatExpectsThem() throws IOException, URISyntaxException {
        List<String> covered = new ArrayList<>();
        for (Path file : scripts("kinds")) {
            String name = file.getFileName().toString().replace(".txt", "");
            assertThat(Files.readString(file)).containsAnyOf("after " + name, "expect failure " + name);
            covered.add(name);
        }

        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FailureKind.values())
                        .map(FailureKind::name)
                        .toList());
    }
}
