package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("deviceName", "deviceSecret", "productKey", "region");

    @ParameterizedTest
    @CsvSource({
        "devicename, deviceName",
        "device-name, deviceName",
        "deviceNmae, deviceName",
        "devicName, deviceName",
        "deviceSecrets, deviceSecret",
        "DEVICE_SECRET, deviceSecret",
        "prodKey, productKey",
        "regoin, region"
    })
    void of_mistypedName_findsWhatWasMeant(String name, String expected) {
        assertThat(NearestName.of(name, KNOWN)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"password", "xy", "''", "averyveryverylongnamethatnobodymeant"})
    void of_somethingElse_findsNothing(String name) {
        assertThat(NearestName.of(name, KNOWN)).isEmpty();
    }

    @Test
    void of_veryLongName_answersAtOnce() {
        assertThat(NearestName.of("x".repeat(1_000_000), KNOWN)).isEmpty();
    }

    @Property
    void of_nameWithOneLetterAdded_findsTheName(@ForAll char letter) {
        assertThat(NearestName.of("deviceSecret" + letter, KNOWN)).contains("deviceSecret");
    }
}
