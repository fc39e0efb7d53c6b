package org.iotconnector.tck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** That the random scripts find a bug, print it shrunk in the language, and that what they print shows the bug again. */
class PlantedBugTest {
    private static final String HEADING = "The script:\n\n";

    private static List<Throwable> failuresOf(Class<?> property, Path folder) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(property))
                .configurationParameter(
                        "jqwik.database", folder.resolve("jqwik").toString())
                .build();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(failures::add);
            }
        });
        return failures;
    }

    @Test
    void bug_thatWasPlanted_isPrintedAsAShortScriptThatShowsItAgain(@TempDir Path folder) {
        List<Throwable> failures = failuresOf(DoublingProperty.class, folder);

        assertThat(failures).hasSize(1);
        String report = String.valueOf(failures.get(0).getMessage());
        String printed = report.substring(report.indexOf(HEADING) + HEADING.length());
        assertThat(report).contains("no message is twice in flight");
        FaultScript pasted = FaultScript.parse(printed);
        assertThat(pasted.steps().size()).as(printed).isLessThanOrEqualTo(8);
        assertThat(printed).contains("publish", "accept");
        try (ScriptBench healthy = new ScriptBench();
                ScriptBench ill = new ScriptBench(DoublingProperty.Doubling::new)) {
            pasted.runLeniently(healthy);
            assertThatThrownBy(() -> pasted.runLeniently(ill)).hasMessageContaining("no message is twice in flight");
        }
    }
}
