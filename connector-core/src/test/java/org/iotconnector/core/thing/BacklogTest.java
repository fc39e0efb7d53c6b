package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Instant noon = Instant.parse("2024-01-02T12:00:00Z");

    @Test
    void builder_entries_areKeptInOrder() {
        Backlog backlog = Backlog.builder()
                .values(noon.plusSeconds(1), Values.of("a", 1))
                .event(noon, "Overheated", Values.of("Peak", 99.5f))
                .values(noon, Values.of("a", 0))
                .build();

        assertThat(backlog.size()).isEqualTo(3);
        assertThat(backlog.values()).extracting(Backlog.TimedValues::time).containsExactly(noon.plusSeconds(1), noon);
        assertThat(backlog.events()).extracting(Backlog.TimedEvent::event).containsExactly("Overheated");
    }

    @Test
    void values_withoutProperty_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Backlog.builder().values(noon, Values.empty()));
    }

    @Test
    void builder_usedOn_leavesWhatWasBuilt() {
        Backlog.Builder builder = Backlog.builder();
        Backlog first = builder.build();

        builder.values(noon, Values.of("a", 1));

        assertThat(first.isEmpty()).isTrue();
    }

    @Test
    void equals_keepsItsContract() {
        EqualsVerifier.forClass(Backlog.class)
                .withNonnullFields("values", "events")
                .verify();
    }
}
