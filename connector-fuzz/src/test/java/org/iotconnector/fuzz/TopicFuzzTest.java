package org.iotconnector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;

/** Texts that name topics, sessions and servers. */
class TopicFuzzTest {

    @FuzzTest
    void names(byte[] input) {
        String text = Check.text(input);

        Check.read(() -> TopicName.of(text), IllegalArgumentException.class).ifPresent(name -> {
            assertThat(TopicFilter.of(name).matches(name)).isTrue();
            assertThat(TopicFilter.of("#").matches(name)).isNotEqualTo(text.startsWith("$"));
            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 65_535);
        });
        Check.read(() -> TopicFilter.of(text), IllegalArgumentException.class).ifPresent(filter -> {
            String levels = String.join("/", filter.levels());
            assertThat(filter.matches(TopicName.of(levels.replace('+', 'x').replace('#', 'x'))))
                    .isTrue();
            assertThat(filter.shareGroup()
                            .map(group -> "$share/" + group + "/" + levels)
                            .orElse(levels))
                    .isEqualTo(text);
        });
        Check.read(() -> ClientIdentifier.of(text), IllegalArgumentException.class)
                .ifPresent(identifier -> assertThat(identifier.text()).isEqualTo(text));
    }

    @FuzzTest
    void endpoints(byte[] input) {
        Check.read(() -> Endpoint.parse(Check.text(input)), IllegalArgumentException.class)
                .ifPresent(endpoint ->
                        assertThat(Endpoint.parse(endpoint.toString())).isEqualTo(endpoint));
    }
}
