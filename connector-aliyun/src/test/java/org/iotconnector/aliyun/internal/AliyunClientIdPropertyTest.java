package org.iotconnector.aliyun.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class AliyunClientIdPropertyTest {
    @Property
    void parse_anyText_neverFails(@ForAll String text) {
        AliyunClientId parsed = AliyunClientId.parse(text);

        assertThat(parsed.clientId()).doesNotContain("|");
        assertThat(parsed.parameters().keySet()).noneMatch(key -> key.contains("=") || key.contains(","));
    }

    @Property
    void parse_ofText_givesTheSameBack(
            @ForAll String clientId,
            @ForAll @Size(max = 5) Map<@AlphaChars @NotEmpty String, @AlphaChars String> parameters) {
        AliyunClientId id = new AliyunClientId(clientId.replace("|", ""), parameters);

        assertThat(AliyunClientId.parse(id.text())).isEqualTo(id);
    }
}
