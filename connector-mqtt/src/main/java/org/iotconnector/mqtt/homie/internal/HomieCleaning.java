package org.iotconnector.mqtt.homie.internal;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.mqtt.homie.HomieConfig;
import org.iotconnector.mqtt.homie.HomieVersion;

/** Every topic on which the broker keeps something of a device. */
public final class HomieCleaning {
    private HomieCleaning() {}

    /** The state first, then what describes it, then its values. */
    public static List<TopicName> topics(HomieConfig config, HomieLayout layout) {
        HomieTopics topics = new HomieTopics(config.homieVersion(), config.domain(), config.device());
        List<TopicName> all = new ArrayList<>(List.of(topics.attribute(HomieTopics.STATE)));
        if (config.homieVersion() == HomieVersion.V5) {
            all.add(topics.attribute(HomieTopics.DESCRIPTION));
        } else {
            HomieDescription.attributes(config, layout).forEach(each -> all.add(topics.attribute(each.path())));
            all.add(topics.attribute("$stats/uptime"));
        }
        layout.all().stream().filter(LaidProperty::retained).forEach(each -> {
            all.add(topics.value(each.node(), each.id()));
            if (config.homieVersion() == HomieVersion.V5 && each.settable()) {
                all.add(topics.target(each.node(), each.id()));
            }
        });
        return List.copyOf(all);
    }
}
