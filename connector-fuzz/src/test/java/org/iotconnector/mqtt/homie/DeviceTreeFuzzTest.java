package org.iotconnector.mqtt.homie;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.fuzz.Check;

/** What a controller follows: retained messages of a device that may be anybody. */
class DeviceTreeFuzzTest {
    private static final HomieListener NOBODY = new HomieListener() {};

    /** Lines of a path below the device's topic, a blank and a payload. */
    @FuzzTest
    void tree(byte[] input) {
        for (HomieVersion version : HomieVersion.values()) {
            DeviceTree tree = new DeviceTree(version, "homie", "lamp-1");
            for (String line : Check.text(input).split("\n", -1)) {
                accept(tree, line);
            }
        }
    }

    private static void accept(DeviceTree tree, String line) {
        int blank = line.indexOf(' ');
        if (blank < 1 || line.indexOf(0) >= 0) {
            return;
        }
        String path = line.substring(0, blank);
        Message message = new Message(
                TopicName.of(tree.root() + "/" + path.replace('+', '-').replace('#', '-')),
                Bytes.copyOf(line.substring(blank + 1).getBytes(StandardCharsets.UTF_8)),
                QualityOfService.AT_LEAST_ONCE,
                true);
        tree.accept(path, message).forEach(event -> event.accept(NOBODY));
        tree.device().ifPresent(device -> assertThat(device.toString()).isNotBlank());
    }
}
