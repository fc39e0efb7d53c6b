package org.iotconnector.tck.script;

import java.util.List;

/**
 * One kind of statement: how it is written, what it means, and what it does. The one declaration feeds the parser, the
 * printer, the generator of random scripts and the page {@code docs/fault-scripts.md}.
 */
record Form(Group group, String pattern, List<Element> elements, String meaning, Action action) {
    /** Which table of the page it stands in, and where in a script it may stand. */
    enum Group {
        SETTING("Before the session starts"),
        USER("What the application does"),
        CONNECT("How CONNECT is answered"),
        CONNECTION("What happens to a connection"),
        SUBSCRIBE("How SUBSCRIBE is answered"),
        PUBLISH("How PUBLISH is answered, and messages to the device"),
        TIME("Time and chance"),
        EXPECT("What must have come of it");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** What a statement does. */
    @FunctionalInterface
    interface Action {
        /**
         * Does it.
         *
         * @throws NotNowException when there is nothing that it could be done to
         * @throws AssertionError when it expects what is not so
         */
        void perform(ScriptRun run, Arguments arguments);
    }

    static Form of(Group group, String pattern, String meaning, Action action) {
        return new Form(group, pattern, Element.parse(pattern), meaning, action);
    }
}
