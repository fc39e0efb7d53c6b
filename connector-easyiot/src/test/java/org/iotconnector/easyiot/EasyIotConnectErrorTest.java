package org.iotconnector.easyiot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EasyIotConnectErrorTest {
    private static final EasyIotConfig CONFIG = EasyIotConfig.builder()
            .iotId("rJ4xYq2Wb")
            .iotPwd(Secret.of("h7Pq_3kVzT"))
            .topic("light", "Bkgk2zXb4")
            .build();

    @Test
    void numbers_always_runFromMinusFiveToFive() {
        assertThat(EasyIotConnectError.values())
                .extracting(EasyIotConnectError::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(-5, 5).boxed().toList());
        assertThat(EasyIotConnectError.ofNumber(6)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE,-5", "WRONG_PORT,-4", "UNKNOWN_HOST,-3", "TIMEOUT,-2", "CONNECTION_CLOSED,-1"})
    void of_aFailureOfTheNetwork_isTheModulesNumber(FailureKind kind, int number) {
        Failure failure = Failure.of(kind, "it failed", "", null);

        assertThat(EasyIotConnectError.of(failure))
                .map(EasyIotConnectError::number)
                .contains(number);
    }

    @Test
    void of_aFailureWithoutNumber_isEmpty() {
        assertThat(EasyIotConnectError.of(Failure.of(FailureKind.TLS, "it failed", "", null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void explainConnectCode_ofARefusal_isTheTablesEntry(int code) {
        Failure failure = new EasyIotProvider().explainConnectCode(CONFIG, code).orElseThrow();

        EasyIotConnectError error = EasyIotConnectError.ofNumber(code).orElseThrow();
        assertThat(failure.message()).contains("rJ4xYq2Wb/device", error.meaning());
        assertThat(failure.advice()).contains(error.advice());
        assertThat(EasyIotConnectError.of(failure)).isEqualTo(Optional.of(error));
    }

    @Test
    void explainConnectCode_ofARefusedLogin_speaksOfTheTwoSites() {
        Failure failure = new EasyIotProvider().explainConnectCode(CONFIG, 4).orElseThrow();

        assertThat(failure.advice()).contains("host: global");
    }
}
