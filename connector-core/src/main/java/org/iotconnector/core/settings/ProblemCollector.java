package org.iotconnector.core.settings;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.InvalidConfigurationException;

/** Gathers problems, so that the user sees all of them at once. Confined to one thread. */
public final class ProblemCollector {
    private final List<SettingProblem> problems = new ArrayList<>();

    /** Adds a problem of {@code setting}; {@code message} says what is wrong and how to mend it, without a secret. */
    public ProblemCollector add(Setting<?> setting, String message) {
        return add(setting.key(), message);
    }

    /** Adds a problem of the setting {@code key}; an empty key if no single setting is at fault. */
    public ProblemCollector add(String key, String message) {
        problems.add(new SettingProblem(key, message));
        return this;
    }

    /** Adds every problem that {@code failure} carries. */
    public ProblemCollector addAll(InvalidConfigurationException failure) {
        problems.addAll(failure.problems());
        return this;
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** The problems so far, in the order added; a copy. */
    public List<SettingProblem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Reports the problems, if there are any.
     *
     * @throws InvalidConfigurationException if any problem was added
     */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
    }
}
