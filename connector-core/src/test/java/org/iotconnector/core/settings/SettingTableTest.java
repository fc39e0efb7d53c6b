package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingTableTest {
    private static final List<String> KNOWN = List.of("platform", "deviceName", "deviceSecret", "note");
    private static final String SECRET = "q7Zp2xW9";

    @TempDir
    private Path folder;

    private SettingTable read(String text) {
        Path file = folder.resolve("lamps.csv");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return SettingTable.read(file, KNOWN, Map.of("LAMP_SECRET", SECRET));
    }

    private static String text(SettingTable table, int row, String key) {
        return table.rows().get(row).source().orElseThrow().text(key).orElse("(none)");
    }

    @Test
    void rows_plainAndQuoted_giveTheirCells() {
        SettingTable table =
                read("deviceName,note\r\nlamp-1,\"one, two\"\r\n\r\nlamp-2,\"say \"\"hi\"\"\nthere\"\nlamp-3,x");

        assertThat(text(table, 0, "note")).isEqualTo("one, two");
        assertThat(text(table, 1, "note")).isEqualTo("say \"hi\"\nthere");
        assertThat(table.rows())
                .extracting(SettingTable.Row::place)
                .containsExactly("lamps.csv line 2", "lamps.csv line 4", "lamps.csv line 6");
    }

    @Test
    void cell_empty_givesNothing() {
        assertThat(text(read("deviceName,note\nlamp-1,\n"), 0, "note")).isEqualTo("(none)");
    }

    @Test
    void cell_withAVariable_isSubstituted() {
        assertThat(text(read("deviceName,deviceSecret\nlamp-1,${LAMP_SECRET}\n"), 0, "deviceSecret"))
                .isEqualTo(SECRET);
    }

    @Test
    void row_withAnotherNumberOfCells_isReportedAndTheRestIsRead() {
        SettingTable table = read("deviceName,deviceSecret\nlamp-1," + SECRET + ",x\nlamp-2,s2\n");

        assertThat(table.rows().get(0).problem().orElseThrow())
                .startsWith("has 3 cells for 2 columns")
                .doesNotContain(SECRET);
        assertThat(text(table, 1, "deviceName")).isEqualTo("lamp-2");
    }

    @Test
    void row_withAQuoteThatNothingCloses_costsItsLineOnly() {
        SettingTable table = read("deviceName,note\nlamp-1,\"open\nlamp-2,x\n");

        assertThat(table.rows().get(0).problem()).contains("opens a double quote that nothing closes.");
        assertThat(text(table, 1, "deviceName")).isEqualTo("lamp-2");
    }

    @Test
    void row_withAQuoteInsideAPlainCell_costsItsLineOnly() {
        SettingTable table = read("deviceName,note\nlamp-1,y\"z\nlamp-2,x\n");

        assertThat(table.rows().get(0).problem().orElseThrow()).startsWith("has a double quote inside a cell");
        assertThat(table.rows().get(1).place()).isEqualTo("lamps.csv line 3");
    }

    @Test
    void header_withATypo_namesColumnAndNearestSetting() {
        assertThatThrownBy(() -> read("deviceName,deviceSecrt\nlamp-1,x\n"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("\"deviceSecrt\" over column 2")
                .hasMessageContaining("did you mean deviceSecret?");
    }

    @Test
    void header_thatIsADevice_isRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> read("lamp-1," + SECRET + "\n"))
                .hasMessageContaining("does not name settings in its first line")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
    }

    @Test
    void header_withAColumnTwice_isRefused() {
        assertThatThrownBy(() -> read("deviceName,deviceName\na,b\n")).hasMessageContaining("two columns deviceName");
    }
}
