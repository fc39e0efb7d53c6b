package org.iotconnector.simulator.internal.siot.store;

import org.iotconnector.simulator.internal.broker.TopicFilters;
import org.iotconnector.simulator.siot.SiotGeneration;
import org.iotconnector.simulator.siot.SiotRule;
import org.iotconnector.simulator.siot.SiotSettings;

/** Which topics a generation has. SIoT manual, "Topics", read 2026-11. */
public final class TopicForm {
    private static final String PROJECT_OF_V2 = "siot";

    private final SiotSettings settings;

    /** The form that these settings ask for. */
    public TopicForm(SiotSettings settings) {
        this.settings = settings;
    }

    /** Whether a message to this topic is forwarded and perhaps stored. */
    public boolean takes(String topic) {
        if (!TopicFilters.isValidName(topic)) {
            return false;
        }
        if (!settings.has(SiotRule.TOPIC_FORM)) {
            return true;
        }
        String[] levels = topic.split("/", -1);
        boolean twoLevels = levels.length == 2 && !levels[0].isEmpty() && !levels[1].isEmpty();
        return twoLevels && (settings.generation() == SiotGeneration.V1 || levels[0].equals(PROJECT_OF_V2));
    }

    /** Whether this well-formed filter is granted. V1 grants all. */
    public boolean grants(String filter) {
        if (settings.generation() == SiotGeneration.V1) {
            return true;
        }
        if (settings.has(SiotRule.PLUS_REFUSED) && filter.contains("+")) {
            return false;
        }
        return !settings.has(SiotRule.TOPIC_FORM)
                || filter.equals("#")
                || filter.startsWith("+/")
                || filter.startsWith(PROJECT_OF_V2 + "/");
    }

    /** The form in words. */
    public String words() {
        return settings.generation() == SiotGeneration.V1 ? "project/device" : PROJECT_OF_V2 + "/device";
    }
}
