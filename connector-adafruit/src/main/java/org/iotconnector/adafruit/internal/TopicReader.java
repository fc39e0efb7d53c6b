package org.iotconnector.adafruit.internal;

import java.util.Optional;
import java.util.Set;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.FeedKey;

/** Takes topics apart. */
final class TopicReader {
    private static final String GET = "/get";
    private static final Set<String> TIMES = Set.of("seconds", "millis", "ISO-8601", "hours");

    private TopicReader() {}

    static Optional<AdafruitTopic> read(String login, String text) {
        String[] levels = text.split("/", -1);
        if (levels[0].equals("time")) {
            return levels.length == 2 && TIMES.contains(levels[1])
                    ? Optional.of(new AdafruitTopic.Time(levels[1]))
                    : Optional.empty();
        }
        if (levels.length == 2 && levels[0].equals(login)) {
            return switch (levels[1]) {
                case "errors" -> Optional.of(new AdafruitTopic.Errors());
                case "throttle" -> Optional.of(new AdafruitTopic.Throttle());
                default -> Optional.empty();
            };
        }
        if (text.endsWith(GET)) {
            String of = text.substring(0, text.length() - GET.length());
            return values(of.split("/", -1)).map(topic -> new AdafruitTopic.Get(of));
        }
        Optional<AdafruitTopic> values = values(levels);
        return values.isPresent() ? values : integration(login, levels);
    }

    private static Optional<AdafruitTopic> values(String[] levels) {
        if (levels.length < 3 || levels.length > 4 || levels[0].isEmpty()) {
            return Optional.empty();
        }
        Optional<FeedFormat> format = levels.length == 3 ? Optional.of(FeedFormat.PLAIN) : format(levels[3]);
        return format.flatMap(known -> switch (levels[1]) {
            case "f", "feeds" ->
                FeedKey.problem(levels[2]).isPresent()
                        ? Optional.empty()
                        : Optional.of(new AdafruitTopic.Feed(levels[0], FeedKey.parse(levels[2]), known));
            case "g", "groups" ->
                FeedKey.problem(levels[2]).isPresent() || levels[2].indexOf('.') >= 0
                        ? Optional.empty()
                        : Optional.of(new AdafruitTopic.Group(levels[0], levels[2], known));
            default -> Optional.empty();
        });
    }

    private static Optional<FeedFormat> format(String level) {
        return switch (level) {
            case "json" -> Optional.of(FeedFormat.JSON);
            case "csv" -> Optional.of(FeedFormat.CSV);
            default -> Optional.empty();
        };
    }

    /** Both spellings: the docs page has the plural for words, the official clients the singular for all. */
    private static Optional<AdafruitTopic> integration(String login, String[] levels) {
        if (levels.length < 4 || !levels[0].equals(login) || !levels[1].matches("integrations?")) {
            return Optional.empty();
        }
        boolean words = levels[2].equals("words") && levels.length == 4;
        boolean sky = (levels[2].equals("weather") || levels[2].equals("air_quality")) && levels.length == 5;
        return words || sky
                ? Optional.of(new AdafruitTopic.Integration(levels[2], levels[3], words ? "" : levels[4]))
                : Optional.empty();
    }
}
