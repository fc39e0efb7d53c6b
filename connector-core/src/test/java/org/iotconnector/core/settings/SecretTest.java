package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.iotconnector.core.InvalidConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class SecretTest {
    @TempDir
    Path folder;

    @Test
    void toString_ofAnySecret_isRedacted() {
        Secret secret = Secret.of("s3cr3t");

        assertThat(secret).hasToString("Secret[redacted]");
        assertThat(secret.reveal()).isEqualTo("s3cr3t");
    }

    @Test
    void equals_followsTheText() {
        EqualsVerifier.forClass(Secret.class)
                .suppress(Warning.STRICT_HASHCODE, Warning.TRANSIENT_FIELDS)
                .withNonnullFields("text")
                .verify();
    }

    @Test
    void hashCode_ofDifferentSecrets_isTheSame() {
        assertThat(Secret.of("a").hashCode()).isEqualTo(Secret.of("b").hashCode());
    }

    @Test
    void jackson_writingASecret_showsNothing() {
        ObjectMapper mapper = new ObjectMapper();

        String json = mapper.writeValueAsString(Map.of("deviceSecret", Secret.of("s3cr3t")));

        assertThat(json).isEqualTo("{\"deviceSecret\":{}}");
    }

    @Test
    void jackson_readingPrivateFields_showsNothing() {
        JsonMapper mapper = JsonMapper.builder()
                .changeDefaultVisibility(
                        checker -> checker.withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.ANY))
                .build();

        assertThat(mapper.writeValueAsString(Secret.of("s3cr3t"))).doesNotContain("s3cr3t");
    }

    @Test
    void javaSerialisation_isRefused() throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(Secret.of("s3cr3t"))).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void fromEnv_variableNotSet_namesTheVariable() {
        assertThatThrownBy(() -> Secret.fromEnv("IOTC_NO_SUCH_VARIABLE"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Environment variable IOTC_NO_SUCH_VARIABLE is not set or empty; put the secret into it.");
    }

    @Test
    void fromEnv_variableSet_givesItsText() {
        assertThat(Secret.fromEnv("LAMP", Map.of("LAMP", " s3cr3t "))).isEqualTo(Secret.of(" s3cr3t "));
    }

    @Test
    void fromFile_oneLine_dropsOneLineEnd() throws IOException {
        assertThat(Secret.fromFile(file("s3cr3t\n"))).isEqualTo(Secret.of("s3cr3t"));
        assertThat(Secret.fromFile(file("s3cr3t\r\n"))).isEqualTo(Secret.of("s3cr3t"));
        assertThat(Secret.fromFile(file("s3cr3t"))).isEqualTo(Secret.of("s3cr3t"));
        assertThat(Secret.fromFile(file(" s3cr3t\n\n"))).isEqualTo(Secret.of(" s3cr3t\n"));
    }

    @Test
    void fromFile_emptyFile_isRefused() throws IOException {
        Path empty = file("\n");

        assertThatThrownBy(() -> Secret.fromFile(empty))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Secret file " + empty + " is empty; write the secret into it, and nothing else.");
    }

    @Test
    void fromFile_missingFile_namesIt() {
        Path missing = folder.resolve("nowhere.txt");

        assertThatThrownBy(() -> Secret.fromFile(missing))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Secret file " + missing + " does not exist; looked for " + missing + ".");
    }

    @Test
    void fromFile_readableByAll_warnsWithoutTheSecret() throws IOException {
        Path file = file("s3cr3t");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        List<String> lines = logged(() -> Secret.fromFile(file));

        assertThat(lines)
                .containsExactly("WARN Secret file " + file
                        + " can be read by every user of this machine; chmod 600 closes it.");
    }

    @Test
    void fromFile_readableByOwnerOnly_isSilent() throws IOException {
        Path file = file("s3cr3t");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(logged(() -> Secret.fromFile(file))).isEmpty();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("secret.txt"), text);
    }

    private static List<String> logged(Runnable action) {
        Logger logger = (Logger) LoggerFactory.getLogger(SecretFile.class);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        try {
            action.run();
        } finally {
            logger.detachAppender(appender);
        }
        return appender.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
