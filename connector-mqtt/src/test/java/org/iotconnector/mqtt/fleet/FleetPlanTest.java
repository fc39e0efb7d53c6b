package org.iotconnector.mqtt.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.fleet.FleetPlan;
import org.iotconnector.core.fleet.FleetProblem;
import org.iotconnector.mqtt.MqttConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetPlanTest {
    private static final String PASSWORD = "k9WmZq3TfLx7RvB2";

    @TempDir
    private Path folder;

    private Path common;

    @BeforeEach
    void writeCommon() throws IOException {
        common = Files.writeString(
                folder.resolve("common.yaml"), "platform: mqtt\nendpoint: mqtt://127.0.0.1:1883\nusername: lamp\n");
    }

    private FleetPlan table(String text) throws IOException {
        Path table = Files.writeString(folder.resolve("lamps.csv"), text);
        return FleetPlan.read(table, Optional.of(common), Map.of("PW", PASSWORD));
    }

    private static MqttConfig device(FleetPlan plan, int index) {
        return (MqttConfig) plan.devices().get(index);
    }

    @Test
    void table_withCommonSettings_givesADeviceForEachRow() throws IOException {
        FleetPlan plan = table("deviceName,password,keepAlive\nlamp-1,${PW},\nlamp-2,other,30s\n");

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.devices()).extracting(it -> it.deviceId()).containsExactly("lamp-1", "lamp-2");
        assertThat(device(plan, 0).password().orElseThrow().reveal()).isEqualTo(PASSWORD);
        assertThat(device(plan, 1).keepAlive()).hasSeconds(30);
    }

    @Test
    void row_thatGivesWhatIsCommonToo_wins() throws IOException {
        FleetPlan plan = table("deviceName,username,platform\nlamp-1,me,mqtt\n");

        assertThat(device(plan, 0).username()).contains("me");
    }

    @Test
    void row_withBadCells_isNamedByLineColumnAndSettingAndTheRestIsThere() throws IOException {
        FleetPlan plan =
                table("deviceName,keepAlive,password\nlamp-1,soon," + PASSWORD + "\nlamp/2,30s,${NONE}\nlamp-3,,\n");

        assertThat(plan.devices()).extracting(it -> it.deviceId()).containsExactly("lamp-3");
        assertThat(plan.problems())
                .extracting(FleetProblem::place)
                .containsExactly("lamps.csv line 2", "lamps.csv line 3");
        assertThat(plan.problems().get(0).message())
                .contains("keepAlive", "\"soon\"", "lamps.csv line 2 column 2")
                .doesNotContain(PASSWORD);
        assertThat(plan.problems().get(1).message()).contains("deviceName", "password", "NONE");
    }

    @Test
    void secretFile_inATable_countsFromTheTablesFolder() throws IOException {
        Files.writeString(folder.resolve("pw.txt"), PASSWORD + "\n");

        FleetPlan plan = table("deviceName,passwordFile\nlamp-1,pw.txt\n");

        assertThat(plan.problems()).isEmpty();
        assertThat(device(plan, 0).password().orElseThrow().reveal()).isEqualTo(PASSWORD);
    }

    @Test
    void folder_withABadFile_givesTheOthersAndNamesIt() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "deviceName: a\n");
        Files.writeString(folder.resolve("b.yml"), "deviceName: b\nkeepAliv: 30s\n");
        Files.writeString(folder.resolve(".hidden.yaml"), "x");
        Files.writeString(folder.resolve("notes.txt"), "x");

        FleetPlan plan = FleetPlan.ofFolder(folder, common);

        assertThat(plan.devices()).extracting(it -> it.deviceId()).containsExactly("a");
        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("b.yml");
            assertThat(problem.message()).contains("keepAliv", "did you mean keepAlive?");
        });
    }

    @Test
    void table_thatIsMissing_isRefused() {
        assertThatThrownBy(() -> FleetPlan.ofTable(folder.resolve("none.csv"), common))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("none.csv");
    }
}
