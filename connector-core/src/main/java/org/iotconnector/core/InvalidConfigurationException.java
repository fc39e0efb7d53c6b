package org.iotconnector.core;

import java.util.List;
import java.util.stream.Collectors;
import org.iotconnector.core.settings.SettingProblem;

/** The user has to edit settings: carries every problem that was found, not only the first. Never retried. */
public final class InvalidConfigurationException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    private final transient List<SettingProblem> problems;

    /** Reports {@code problems}, which must not be empty, in the order given. */
    public InvalidConfigurationException(List<SettingProblem> problems) {
        super(describe(problems), null);
        this.problems = List.copyOf(problems);
    }

    /** Reports a single problem. */
    public static InvalidConfigurationException of(String key, String message) {
        return new InvalidConfigurationException(List.of(new SettingProblem(key, message)));
    }

    /** Every problem found, in the order of the settings; never empty. */
    public List<SettingProblem> problems() {
        return problems;
    }

    private static String describe(List<SettingProblem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("An invalid configuration needs at least one problem.");
        }
        if (problems.size() == 1) {
            return problems.get(0).toString();
        }
        return problems.stream()
                .map(problem -> "  - " + problem)
                .collect(Collectors.joining("\n", problems.size() + " settings are wrong:\n", ""));
    }
}
