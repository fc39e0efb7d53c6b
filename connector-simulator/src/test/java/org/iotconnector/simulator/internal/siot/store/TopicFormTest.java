package org.iotconnector.simulator.internal.siot.store;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.iotconnector.simulator.siot.SiotGeneration;
import org.iotconnector.simulator.siot.SiotRule;
import org.iotconnector.simulator.siot.SiotSettings;
import org.junit.jupiter.api.Test;

class TopicFormTest {
    private final TopicForm v1 =
            new TopicForm(SiotSettings.builder().user("siot", "dfrobot").build());
    private final TopicForm v2 =
            new TopicForm(SiotSettings.builder().generation(SiotGeneration.V2).build());

    @Property
    boolean takes_anyTopic_isTwoLevelsThatAreNotEmpty(
            @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'b') @Chars({'/', '+', '#'}) String topic) {
        return v1.takes(topic) == topic.matches("[^/+#]+/[^/+#]+");
    }

    @Property
    boolean takes_anyTopicOfV2_isOneOfV1InTheOneProject(@ForAll @StringLength(max = 12) String device) {
        return v2.takes("siot/" + device) == v1.takes("siot/" + device) && !v2.takes("other/" + device);
    }

    @Test
    void takes_switchedOff_isAnyTopicName() {
        TopicForm open = new TopicForm(SiotSettings.builder()
                .generation(SiotGeneration.V2)
                .rule(SiotRule.TOPIC_FORM, false)
                .build());

        assertThat(open.takes("a/b/c/d")).isTrue();
        assertThat(open.takes("a/+")).isFalse();
        assertThat(open.grants("a/#")).isTrue();
    }
}
