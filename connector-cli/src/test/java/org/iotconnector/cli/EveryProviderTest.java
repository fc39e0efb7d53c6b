package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Providers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the build asks of every provider that iotc finds. */
class EveryProviderTest {
    private static final Path ROOT = Path.of("..");

    static List<Provider<?>> providers() {
        return Providers.load().all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void provider_anyOnTheClassPath_runsTheContract(Provider<?> provider) throws IOException {
        String construction = "super(new " + provider.getClass().getSimpleName() + "()";
        try (Stream<Path> files = Files.walk(ROOT)) {
            assertThat(files.filter(file -> file.toString().endsWith("ContractTest.java"))
                            .map(EveryProviderTest::read))
                    .as("a test that extends ProviderContract for %s", provider.id())
                    .anyMatch(text -> text.contains("extends ProviderContract<") && text.contains(construction));
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void provider_anyOnTheClassPath_hasItsPage(Provider<?> provider) {
        assertThat(ROOT.resolve("docs/platforms").resolve(provider.id() + ".md"))
                .isNotEmptyFile();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
