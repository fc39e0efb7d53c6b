package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final String PASSWORD = "111e3ca7c69daf38f58e9cf8fb122c7380672fb1e09e79f8124a89b2a10f39bf";
    private static final String[] LAMP = {
        "credentials", "aliyun", "--product-key", "a1Demo0Prod", "--device-name", "lamp-1"
    };

    @TempDir
    Path folder;

    @Test
    void secret_asOption_worksAndWarns() {
        CliRun run = CliRun.of(with("--device-secret", Lamp.SECRET));

        assertThat(run.out()).contains(PASSWORD);
        assertThat(run.err())
                .contains("warning: --device-secret on the command line")
                .doesNotContain(Lamp.SECRET);
    }

    @Test
    void secret_fromFile_worksWithoutAWord() {
        Path secret = Lamp.write(folder.resolve("secret"), Lamp.SECRET + "\n");

        CliRun run = CliRun.of(with("--device-secret-file", secret.toString()));

        assertThat(run.out()).contains(PASSWORD);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void secret_fromItsOwnVariable_works() {
        CliRun run = new CliRun().variable("IOTC_DEVICE_SECRET", Lamp.SECRET).run(with());

        assertThat(run.out()).contains(PASSWORD);
        assertThat(run.prompts()).isEmpty();
    }

    @Test
    void secret_fromNamedVariable_works() {
        CliRun run = new CliRun().variable("LAMP", Lamp.SECRET).run(with("--device-secret-env", "LAMP"));

        assertThat(run.out()).contains(PASSWORD);
    }

    @Test
    void secret_givenNowhere_isAskedFor() {
        CliRun run = new CliRun().typing(Lamp.SECRET).run(with());

        assertThat(run.prompts()).containsExactly("deviceSecret: ");
        assertThat(run.out()).contains(PASSWORD);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void secret_givenNowhereWithNobodyToAsk_isMissing() {
        CliRun run = CliRun.of(with());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("deviceSecret (--device-secret)").contains("IOTC_DEVICE_SECRET");
    }

    @Test
    void secretThatIsWrong_isNotRepeated() {
        CliRun run = CliRun.of(with("--device-secret", "", "--verbose"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("deviceSecret (--device-secret)");
    }

    private static String[] with(String... more) {
        String[] all = new String[LAMP.length + more.length];
        System.arraycopy(LAMP, 0, all, 0, LAMP.length);
        System.arraycopy(more, 0, all, LAMP.length, more.length);
        return all;
    }
}
