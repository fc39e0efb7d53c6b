package org.iotconnector.easyiot.siot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.easyiot.internal.ModelFile;
import org.iotconnector.easyiot.internal.TopicRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules that need more than one setting or a look into a file. Each is a {@code SettingsCheck} of its own. */
final class SiotRules {
    private static final Logger LOG = LoggerFactory.getLogger(SiotRules.class);
    private static final String V2_PROJECT = "siot/";

    private SiotRules() {}

    /** Each rule on its own, since one that meets a broken setting ends. */
    static Settings.Builder addTo(Settings.Builder settings) {
        return settings.check(SiotRules::topics)
                .check(SiotRules::levels)
                .check(SiotRules::endpoint)
                .check(SiotRules::qos)
                .check(SiotRules::thingModel)
                .check(SessionSettings::check);
    }

    /** Those that look into no file. */
    static void betweenSettings(Settings settings, ProblemCollector problems) {
        SessionSettings.check(settings, problems);
        topics(settings, problems);
        levels(settings, problems);
        endpoint(settings, problems);
        qos(settings, problems);
    }

    /** Name to whole topic, with the project where none was given. */
    static Map<String, String> wholeTopics(Settings settings) {
        String project = settings.get(SiotSettings.PROJECT);
        Map<String, String> whole = new LinkedHashMap<>();
        settings.get(SiotSettings.TOPICS)
                .forEach((name, topic) -> whole.put(name, topic.indexOf('/') < 0 ? project + "/" + topic : topic));
        return whole;
    }

    static void topics(Settings settings, ProblemCollector problems) {
        TopicRules.check(wholeTopics(settings), settings, problems);
    }

    /** V1 takes exactly two levels. */
    static void levels(Settings settings, ProblemCollector problems) {
        if (settings.get(SiotSettings.VERSION) == SiotVersion.V1) {
            wholeTopics(settings).values().stream()
                    .filter(topic -> !topic.matches("[^/]+/[^/]+"))
                    .forEach(topic -> problems.add(
                            SiotSettings.TOPICS,
                            "holds \"" + topic + "\", but a topic of SIoT V1 is project and device, such as"
                                    + " classroom/lamp."));
        }
    }

    /** Reports about V2 servers disagree, so what some of them refuse is no error; the log says so once, at the start. */
    static void warn(Settings settings) {
        if (settings.get(SiotSettings.VERSION) == SiotVersion.V2) {
            wholeTopics(settings).values().stream()
                    .filter(topic -> !topic.startsWith(V2_PROJECT) || topic.indexOf('/', V2_PROJECT.length()) >= 0)
                    .forEach(topic -> LOG.warn(
                            "Topic {} is not of the form siot/device; some SIoT V2 servers do not forward others.",
                            topic));
        }
    }

    static void endpoint(Settings settings, ProblemCollector problems) {
        Optional<Endpoint> endpoint = settings.find(SiotSettings.ENDPOINT);
        boolean plain =
                endpoint.map(it -> it.transport() == Endpoint.Transport.TCP).orElse(true);
        if (!plain && settings.get(SiotSettings.VERSION) == SiotVersion.V1) {
            problems.add(
                    SiotSettings.ENDPOINT,
                    "must begin with mqtt://: SIoT V1 has neither TLS nor WebSocket; V2 has both.");
        }
    }

    static void qos(Settings settings, ProblemCollector problems) {
        if (settings.get(SiotSettings.VERSION) == SiotVersion.V2 && settings.isSet(SiotSettings.QOS)) {
            problems.add(
                    SiotSettings.QOS,
                    "cannot be given for V2, where it means whether a message is stored; use store: yes or store: no.");
        }
    }

    static Optional<ThingModel> thingModel(Settings settings, ProblemCollector problems) {
        return ModelFile.read(settings, problems);
    }
}
