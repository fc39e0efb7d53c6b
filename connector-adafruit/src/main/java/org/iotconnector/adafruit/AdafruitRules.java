package org.iotconnector.adafruit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ThingModel;

/** The rules that settings must keep. Those over several settings are {@code SettingsCheck}s of their own. */
final class AdafruitRules {
    static final String HOST = "io.adafruit.com";

    private AdafruitRules() {}

    /** Each rule on its own, since one that meets a broken setting ends. */
    static Settings.Builder addTo(Settings.Builder settings) {
        return settings.check(AdafruitRules::feeds)
                .check(AdafruitRules::format)
                .check(AdafruitRules::thingModel)
                .check(SessionSettings::check);
    }

    /** Those that look into no file. */
    static void betweenSettings(Settings settings, ProblemCollector problems) {
        SessionSettings.check(settings, problems);
        feeds(settings, problems);
        format(settings, problems);
    }

    static Optional<ThingModel> thingModel(Settings settings, ProblemCollector problems) {
        try {
            return settings.find(SessionSettings.THING_MODEL).map(ThingModel::read);
        } catch (MappingException wrong) {
            problems.add(SessionSettings.THING_MODEL, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    /** A key of one part in the platform's own spelling: lower case. */
    static Optional<String> ownKeyProblem(String key) {
        Optional<String> problem = FeedKey.partProblem(key);
        if (problem.isPresent()) {
            return problem.map(sentence -> "is no key: " + sentence);
        }
        return key.equals(key.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(
                        "must be lower case, as all keys on the platform are; use " + key.toLowerCase(Locale.ROOT));
    }

    static void feeds(Settings settings, ProblemCollector problems) {
        boolean grouped = settings.find(AdafruitSettings.GROUP).isPresent();
        Map<String, String> propertyByFeed = new HashMap<>();
        settings.get(AdafruitSettings.FEEDS).forEach((property, feed) -> {
            feedProblem(feed, grouped)
                    .ifPresent(problem -> problems.add(AdafruitSettings.FEEDS, property + "=" + feed + " " + problem));
            String other = propertyByFeed.putIfAbsent(feed, property);
            if (other != null) {
                problems.add(
                        AdafruitSettings.FEEDS,
                        "has the feed " + feed + " for both " + other + " and " + property + "; give each its own.");
            }
        });
        for (String property : settings.get(AdafruitSettings.SETTABLE)) {
            boolean mapped = settings.get(AdafruitSettings.FEEDS).containsKey(property);
            if (!mapped && FeedName.keyOf(property).isEmpty()) {
                problems.add(
                        AdafruitSettings.SETTABLE,
                        "has " + property + ", of which no key can be made; name its feed in feeds.");
            }
        }
    }

    private static Optional<String> feedProblem(String feed, boolean grouped) {
        int dot = feed.indexOf('.');
        if (dot < 0) {
            return ownKeyProblem(feed);
        }
        if (grouped) {
            return Optional.of("must be a key without group, since group is set: " + feed.substring(dot + 1));
        }
        Optional<String> group = ownKeyProblem(feed.substring(0, dot));
        return group.isPresent() ? group : ownKeyProblem(feed.substring(dot + 1));
    }

    static void format(Settings settings, ProblemCollector problems) {
        if (settings.get(AdafruitSettings.CREATED_AT) && settings.get(AdafruitSettings.FORMAT) == FeedFormat.CSV) {
            problems.add(AdafruitSettings.CREATED_AT, "needs feedFormat plain or json: CSV has no place for a time.");
        }
    }

    /** Two properties must not share a feed, nor one that is settable be unknown or read-only. */
    static void model(Settings settings, ThingModel model, ProblemCollector problems) {
        Map<String, String> feeds = settings.get(AdafruitSettings.FEEDS);
        Map<String, String> propertyByFeed = new HashMap<>();
        for (PropertySpec property : model.properties()) {
            String feed = feeds.getOrDefault(property.identifier(), FeedName.keyOf(property.identifier()));
            String other = propertyByFeed.putIfAbsent(feed, property.identifier());
            if (other != null) {
                problems.add(
                        AdafruitSettings.FEEDS,
                        "leaves " + other + " and " + property.identifier() + " with the one feed \"" + feed
                                + "\"; name a feed for one of them.");
            }
        }
        Set<String> known = new LinkedHashSet<>();
        model.properties().stream()
                .filter(property -> property.access().writable())
                .forEach(property -> known.add(property.identifier()));
        List<String> settable = settings.get(AdafruitSettings.SETTABLE);
        settable.stream()
                .filter(property -> !known.contains(property))
                .forEach(property -> problems.add(
                        AdafruitSettings.SETTABLE,
                        "has " + property + ", which is no writable property of the thing model; it has " + known
                                + "."));
    }

    /** The platform's host with a port on which it does not speak what was asked for. */
    static Optional<String> endpointProblem(Endpoint endpoint) {
        if (!endpoint.host().equalsIgnoreCase(HOST)) {
            return Optional.empty();
        }
        int port = switch (endpoint.transport()) {
            case TLS -> 8883;
            case TCP -> 1883;
            case WEBSOCKET_TLS -> 443;
            case WEBSOCKET -> -1;
        };
        return port == endpoint.port()
                ? Optional.empty()
                : Optional.of("must be one that the platform has: mqtts://" + HOST + ":8883, mqtt://" + HOST
                        + ":1883 or wss://" + HOST + ":443/mqtt");
    }

    /**
     * Reads the address of the REST API.
     *
     * @throws IllegalArgumentException if it is no URI
     */
    static URI parseApi(String text) {
        try {
            return new URI(text.strip().replaceFirst("/+$", ""));
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(
                    "it is no web address: " + wrong.getReason() + " at index " + wrong.getIndex());
        }
    }

    static Optional<String> apiProblem(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || uri.getHost() == null) {
            return Optional.of(
                    "must be https:// or http://, a host and perhaps a path, such as https://io.adafruit.com/api/v2");
        }
        boolean more = uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
        return more ? Optional.of("must hold neither a user name nor a query nor a fragment") : Optional.empty();
    }
}
