package org.iotconnector.onenet;

import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;

/** The rules that need more than one setting or a look into a file. Each is a {@code SettingsCheck} of its own. */
final class OneNetRules {
    private static final List<Setting<Secret>> CREDENTIALS =
            List.of(OneNetSettings.DEVICE_KEY, OneNetSettings.PRODUCT_KEY, OneNetSettings.TOKEN);

    private OneNetRules() {}

    /** Each rule on its own, since one that meets a broken setting ends. */
    static Settings.Builder addTo(Settings.Builder settings) {
        return settings.check(OneNetRules::endpoint)
                .check(OneNetRules::credentials)
                .check(OneNetRules::tokenResource)
                .check(OneNetRules::tokenOfThisDevice)
                .check(OneNetRules::thingModel)
                .check(SessionSettings::check);
    }

    /** Those that look into no file; those that need the fewest settings first. */
    static void betweenSettings(Settings settings, ProblemCollector problems) {
        SessionSettings.check(settings, problems);
        endpoint(settings, problems);
        credentials(settings, problems);
        tokenResource(settings, problems);
        tokenOfThisDevice(settings, problems);
    }

    static void endpoint(Settings settings, ProblemCollector problems) {
        Generation generation = settings.get(OneNetSettings.GENERATION);
        settings.find(OneNetSettings.ENDPOINT)
                .flatMap(endpoint -> OneNetServerRules.problem(endpoint, generation))
                .ifPresent(problem -> problems.add(OneNetSettings.ENDPOINT, problem));
    }

    static void credentials(Settings settings, ProblemCollector problems) {
        List<String> given = CREDENTIALS.stream()
                .filter(each -> settings.find(each).isPresent())
                .map(Setting::key)
                .toList();
        if (given.isEmpty()) {
            problems.add(
                    OneNetSettings.DEVICE_KEY,
                    "is missing; give exactly one of deviceKey (this device's key), productKey (the product's access"
                            + " key) and token.");
        } else if (given.size() > 1) {
            problems.add(
                    given.get(0),
                    "cannot stand beside " + String.join(" and ", given.subList(1, given.size()))
                            + ": give exactly one of deviceKey, productKey and token.");
        }
    }

    /** No device's own key may speak for the whole product. */
    static void tokenResource(Settings settings, ProblemCollector problems) {
        if (settings.get(OneNetSettings.TOKEN_RESOURCE) == TokenResource.PRODUCT
                && settings.find(OneNetSettings.DEVICE_KEY).isPresent()) {
            problems.add(
                    OneNetSettings.TOKEN_RESOURCE,
                    "is product, for which a deviceKey cannot sign; give productKey, or leave it at device.");
        }
    }

    static void tokenOfThisDevice(Settings settings, ProblemCollector problems) {
        settings.find(OneNetSettings.TOKEN)
                .flatMap(token -> OneNetTokenRules.resourceProblem(
                        OneNetToken.parse(token).resource(),
                        settings.get(OneNetSettings.PRODUCT_ID),
                        settings.get(OneNetSettings.DEVICE_NAME)))
                .ifPresent(problem -> problems.add(OneNetSettings.TOKEN, problem));
    }

    static Optional<ThingModel> thingModel(Settings settings, ProblemCollector problems) {
        try {
            return settings.find(OneNetSettings.THING_MODEL).map(ThingModel::readTsl);
        } catch (MappingException wrong) {
            problems.add(OneNetSettings.THING_MODEL, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
