package org.iotconnector.samples.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the build asks of every folder of samples. */
class EverySampleTest {
    static List<Path> samples() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .filter(folder -> !folder.endsWith("common"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sample_any_isSearchedForSecrets(Path sample) throws IOException {
        try (Stream<Path> files = Files.walk(sample.resolve("src/test/java"))) {
            List<Path> tests = files.filter(file -> file.toString().endsWith("SecrecyTest.java"))
                    .toList();

            assertThat(tests)
                    .as("a test of %s that extends SecrecyContract", sample)
                    .hasSize(1);
            assertThat(Files.readString(tests.get(0))).contains("extends SecrecyContract");
        }
    }
}
