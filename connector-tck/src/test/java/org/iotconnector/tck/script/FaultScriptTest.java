package org.iotconnector.tck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultScriptTest {
    @Test
    void parse_ofStatementsOnOneLine_isThatOfALineEach() {
        FaultScript script =
                FaultScript.parse("refuse 3 times with 5, accept, kick after 100 ms, lose PUBACK 7, stall 90 s");

        assertThat(script)
                .hasToString("refuse 3 times with 5\naccept\nkick after 100 ms\nlose PUBACK 7\nstall 90 s\n")
                .isEqualTo(FaultScript.parse(script.toString()));
    }

    @Test
    void parse_ofCommentsEmptyLinesAndOtherCase_readsWhatIsLeft() {
        assertThat(FaultScript.parse("# a comment, accept\n\n   ACCEPT\n  # another\n,,\n"))
                .hasToString("accept\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscribe \"a, b\"",
                "subscribe \"with \\\"quotes\\\" and \\\\\"",
                "subscribe \"line\\u000aend\"",
                "subscribe #",
                "subscribe a/+/ü at QoS 0"
            })
    void topics_withAnyCharacter_areReadBackAsWritten(String text) {
        assertThat(FaultScript.parse(text)).hasToString(text + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acept | \"acept\" is not understood; here could stand: accept |",
                "kick after soon | \"soon\" after \"kick after\" is not understood | 100 ms, 90 s, 5 min or 1 h",
                "kick after 5 days | \"5\" after \"kick after\" | a duration such as",
                "fail with BAD_LUCK | \"BAD_LUCK\" after \"fail with\" is not understood | CREDENTIAL_REFUSED,"
                        + " NOT_AUTHORIZED",
                "refuse 3 times | \"refuse 3 times\" is not complete | with",
                "expect states | \"expect states\" is not complete | a state, with its failure in brackets",
                "accept now | \"now\" after \"accept\" is not understood | always | after",
                "subscribe \"a/b | a quote is opened and not closed |"
            })
    void parse_ofWhatIsNoStatement_namesTheLineTheWordAndWhatCouldStandThere(
            String text, String problem, String known) {
        assertThatThrownBy(() -> FaultScript.parse("accept\n\n" + text))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessageStartingWith("Line 3: ")
                .hasMessageContaining(problem)
                .hasMessageContaining(known == null ? "" : known);
    }

    @Test
    void parse_ofASettingAfterTheStart_isRefused() {
        assertThatThrownBy(() -> FaultScript.parse("accept\nwith window 4"))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessage("Line 2: \"with window 4\" must stand before the first statement that is no setting.");
    }

    @Test
    void run_whenAnExpectationIsBroken_namesTheStatementItsLineAndTheStates() {
        FaultScript script = FaultScript.parse("accept\nexpect WAITING");

        assertThatThrownBy(script::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("At \"expect WAITING\" (line 2)")
                .hasMessageContaining("CONNECTING, SUBSCRIBING, ONLINE")
                .hasMessageEndingWith("The script:\n\naccept\nexpect WAITING\n");
    }

    @Test
    void run_ofAStatementThatHasNothingToActOn_fails() {
        FaultScript script = FaultScript.parse("kick");

        assertThatThrownBy(script::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no connection; the session is CONNECTING");
    }

    @Test
    void run_twice_givesTheSame() {
        FaultScript script = FaultScript.parse("publish 3 messages, lose PUBACK 2, accept, kick after 1 s, accept");

        ScriptResult first = script.run();

        assertThat(script.run()).isEqualTo(first);
        assertThat(first.ledger().acknowledged()).isEqualTo(3);
        assertThat(first.connects()).isEqualTo(2);
    }

    @Test
    void page_ofStatements_isThatOfTheDeclarations() throws IOException {
        assertThat(Files.readString(Path.of("../docs/fault-scripts.md"))).contains(Language.manual());
    }
}
