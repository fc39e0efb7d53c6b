package org.iotconnector.tck.script;

import java.util.Map;

/** One statement of a script; prints itself in the language. */
record Step(Form form, Arguments arguments, int line) {
    Step(Form form, Map<String, String> values) {
        this(form, new Arguments(values), 0);
    }

    void perform(ScriptRun run) {
        form.action().perform(run, arguments);
    }

    @Override
    public String toString() {
        return Element.print(form.elements(), arguments.values());
    }
}
