package org.iotconnector.cli.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShellWordPropertyTest {
    @Property(tries = 60)
    void quote_ofAnyText_isReadBackByAShell(@ForAll("nasty") String text) throws IOException {
        Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
        try (var input = shell.getOutputStream()) {
            input.write(("printf %s " + ShellWord.quote(text)).getBytes(StandardCharsets.UTF_8));
        }

        String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(read).isEqualTo(text);
    }

    @Property
    void quote_ofPlainWord_leavesItAlone(@ForAll("plain") String text) {
        assertThat(ShellWord.quote(text)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.strings()
                .withChars("'\"\\$`!&|;<>(){}[]*?~#= \t\n%^@,abcäß中")
                .ofMinLength(1)
                .ofMaxLength(20)
                // printf itself would take a leading dash for an option.
                .filter(text -> !text.startsWith("-"));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().alpha().numeric().withChars("_./:@,").ofMinLength(1);
    }
}
