package org.iotconnector.onenet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;

/** The rules that need more than one setting or a look into a file. Each is a {@code SettingsCheck} of its own. */
final class OneNetRules {
    private static final List<Setting<Secret>> CREDENTIALS =
            List.of(OneNetSettings.DEVICE_KEY, OneNetSettings.PRODUCT_KEY, OneNetSettings.TOKEN);

    private OneNetRules() {}

    /** Each rule on its own, since one that meets a broken setting ends. */
    static Settings.Builder addTo(Settings.Builder settings, BooleanSupplier gatewayGiven) {
        return settings.check(OneNetRules::endpoint)
                .check((checked, problems) -> credentials(checked, gatewayGiven.getAsBoolean(), problems))
                .check(OneNetRules::tokenResource)
                .check(OneNetRules::tokenOfThisDevice)
                .check(OneNetRules::gateway)
                .check((checked, problems) -> subDevice(checked, gatewayGiven.getAsBoolean(), problems))
                .check(OneNetRules::thingModel)
                .check(SessionSettings::check);
    }

    /** Those that look into no file; those that need the fewest settings first. */
    static void betweenSettings(Settings settings, boolean gatewayGiven, ProblemCollector problems) {
        SessionSettings.check(settings, problems);
        endpoint(settings, problems);
        subDevice(settings, gatewayGiven, problems);
        credentials(settings, gatewayGiven, problems);
        tokenResource(settings, problems);
        tokenOfThisDevice(settings, problems);
    }

    private static boolean behindGateway(Settings settings, boolean gatewayGiven) {
        return gatewayGiven || settings.find(OneNetSettings.GATEWAY).isPresent();
    }

    /** Reads the gateway's own settings file. */
    static Optional<OneNetConfig> gateway(Settings settings, ProblemCollector problems) {
        Optional<Path> file = settings.find(OneNetSettings.GATEWAY);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            OneNetConfig gateway =
                    OneNetConfig.builder().read(SettingSource.file(file.get())).build();
            gatewayProblem(gateway).ifPresent(problem -> problems.add(OneNetSettings.GATEWAY, problem));
            return Optional.of(gateway);
        } catch (InvalidConfigurationException wrong) {
            wrong.problems()
                    .forEach(problem -> problems.add(
                            OneNetSettings.GATEWAY,
                            "(" + file.get() + ") " + problem.key() + ": " + problem.message()));
            return Optional.empty();
        }
    }

    /** What keeps a device from being anybody's gateway. */
    static Optional<String> gatewayProblem(OneNetConfig gateway) {
        if (gateway.gateway().isPresent()) {
            return Optional.of("names " + gateway.deviceId() + ", which is a sub-device itself.");
        }
        return gateway.dataProtocol() == DataProtocol.ONEJSON
                ? Optional.empty()
                : Optional.of(
                        "names " + gateway.deviceId() + ", whose data protocol is not onejson; no other has gateways.");
    }

    static void subDevice(Settings settings, boolean gatewayGiven, ProblemCollector problems) {
        boolean behind = behindGateway(settings, gatewayGiven);
        if (!behind && settings.get(OneNetSettings.BIND_TO_GATEWAY)) {
            problems.add(OneNetSettings.BIND_TO_GATEWAY, "needs gateway, the settings file of the gateway.");
        }
        if (behind && settings.find(OneNetSettings.ENDPOINT).isPresent()) {
            problems.add(
                    OneNetSettings.ENDPOINT, "belongs into the gateway's settings: a sub-device has no connection.");
        }
        if (behind && settings.get(OneNetSettings.DATA_PROTOCOL) != DataProtocol.ONEJSON) {
            problems.add(OneNetSettings.DATA_PROTOCOL, "must be onejson behind a gateway.");
        }
    }

    static void endpoint(Settings settings, ProblemCollector problems) {
        Generation generation = settings.get(OneNetSettings.GENERATION);
        settings.find(OneNetSettings.ENDPOINT)
                .flatMap(endpoint -> OneNetServerRules.problem(endpoint, generation))
                .ifPresent(problem -> problems.add(OneNetSettings.ENDPOINT, problem));
    }

    static void credentials(Settings settings, boolean gatewayGiven, ProblemCollector problems) {
        List<String> given = CREDENTIALS.stream()
                .filter(each -> settings.find(each).isPresent())
                .map(Setting::key)
                .toList();
        boolean needed = !behindGateway(settings, gatewayGiven) || settings.get(OneNetSettings.BIND_TO_GATEWAY);
        if (given.isEmpty() && needed) {
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
            return settings.find(OneNetSettings.THING_MODEL).map(ThingModel::read);
        } catch (MappingException wrong) {
            problems.add(OneNetSettings.THING_MODEL, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
