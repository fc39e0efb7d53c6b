package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Collectors;
import org.iotconnector.fuzz.Check;

/** Tables of devices. A line that is wrong spoils no other, so that nothing is refused as a whole. */
class CsvFuzzTest {

    @FuzzTest
    void tables(byte[] input) {
        int before = 0;
        for (CsvReader.Line line : CsvReader.read(Check.text(input))) {
            assertThat(line.line()).isGreaterThan(before);
            before = line.line();
            if (line.problem().isPresent()) {
                assertThat(line.problem().get()).isNotBlank();
            } else {
                assertThat(CsvReader.read(written(line.cells())))
                        .singleElement()
                        .satisfies(again -> assertThat(again.cells()).isEqualTo(line.cells()));
            }
        }
    }

    private static String written(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
