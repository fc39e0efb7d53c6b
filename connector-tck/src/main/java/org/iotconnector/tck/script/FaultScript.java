package org.iotconnector.tck.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A fault script: what the application asks and how network and server misbehave, statement by statement, in virtual
 * time. Statements are parted by commas or line ends, lines that start with {@code #} are comments:
 *
 * <pre>
 * refuse 3 times with 5, accept, kick after 100 ms
 * expect WAITING after CONNECTION_CLOSED
 * </pre>
 *
 * <p>Immutable. Its text and its {@link #toString} read back as the same script.
 */
public final class FaultScript {
    private final List<Step> steps;

    FaultScript(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a script.
     *
     * @throws ScriptSyntaxException naming the line, the word and what could stand there
     */
    public static FaultScript parse(String text) {
        List<Step> steps = new ArrayList<>();
        boolean started = false;
        for (Tokens.Statement statement : Tokens.statements(text)) {
            Step step = StatementParser.parse(statement, Language.FORMS);
            boolean setting = step.form().group() == Form.Group.SETTING;
            if (setting && started) {
                throw new ScriptSyntaxException(
                        statement.line(), "\"" + step + "\" must stand before the first statement that is no setting.");
            }
            started |= !setting;
            steps.add(step);
        }
        return new FaultScript(steps);
    }

    List<Step> steps() {
        return steps;
    }

    /**
     * Runs the script on a session of its own, to the session's end.
     *
     * @return what was seen
     * @throws AssertionError when an expectation or one of the session's promises is broken, with the script
     */
    public ScriptResult run() {
        try (ScriptBench bench = new ScriptBench()) {
            return run(bench);
        }
    }

    /** Runs the script as {@link #run()}, on a bench that other scripts use, too. */
    public ScriptResult run(ScriptBench bench) {
        return new ScriptRun(bench, this, true).run();
    }

    /** Runs the script as {@link #runLeniently} and lets its session write its trace into {@code directory}. */
    ScriptResult runTraced(ScriptBench bench, Path directory) {
        ScriptRun run = new ScriptRun(bench, this, false);
        run.settings.traceDirectory = directory;
        return run.run();
    }

    /**
     * Runs the script, passing over statements that have nothing to act on, such as {@code kick} without a connection: a
     * random script is full of them.
     *
     * @return what was seen
     * @throws AssertionError when one of the session's promises is broken, with the script
     */
    public ScriptResult runLeniently(ScriptBench bench) {
        return new ScriptRun(bench, this, false).run();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FaultScript that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The script in the language, a statement for each line. */
    @Override
    public String toString() {
        return steps.stream().map(step -> step + "\n").collect(Collectors.joining());
    }
}
