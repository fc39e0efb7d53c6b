package org.iotconnector.simulator.internal.adafruit;

import java.util.Optional;
import java.util.Set;
import org.iotconnector.simulator.adafruit.AdafruitRule;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.internal.adafruit.store.Accounts;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;

/** Decides which topic filters an account may subscribe with. Adafruit IO API docs, "MQTT topics", read 2026-11. */
final class FilterCheck {
    private static final Set<String> WILDCARDS = Set.of("+", "#");
    private static final Set<String> NOTICES = Set.of("errors", "throttle");
    private static final Set<String> TIMES = Set.of("seconds", "millis", "ISO-8601", "hours");
    private static final Set<String> LAST_LEVELS = Set.of("json", "csv", "+", "#");
    private static final Set<String> PAID = Set.of("weather", "air_quality");
    private static final String WORDS = "words";
    private static final String INTEGRATION = "integration";

    private final Accounts accounts;
    private final AdafruitSettings settings;

    FilterCheck(Accounts accounts, AdafruitSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    /** What is wrong with a filter; empty if it may be used. */
    Optional<String> offence(AdafruitLogin login, String filter) {
        String[] levels = filter.split("/", -1);
        if (levels.length < 2 || WILDCARDS.contains(levels[0]) || WILDCARDS.contains(levels[1])) {
            return Optional.of(Texts.NO_TOPIC);
        }
        if (levels[0].equals("time")) {
            return refuse(levels.length != 2 || !TIMES.contains(levels[1]), Texts.NO_TOPIC);
        }
        boolean own = levels[0].equals(login.username());
        if (levels.length == 2 && NOTICES.contains(levels[1])) {
            return refuse(!own, Texts.NOT_AUTHORIZED);
        }
        if (isService(levels[1])) {
            return own ? service(login, levels) : Optional.of(Texts.NOT_AUTHORIZED);
        }
        boolean group = DataTopic.GROUP_TYPES.contains(levels[1]);
        if (!group && !DataTopic.FEED_TYPES.contains(levels[1])) {
            return Optional.of(Texts.NO_TOPIC);
        }
        return own ? ownData(levels, group) : refuse(!mayRead(login, filter), Texts.NOT_AUTHORIZED);
    }

    private Optional<String> ownData(String[] levels, boolean group) {
        boolean shape = levels.length == 3 || (levels.length == 4 && LAST_LEVELS.contains(levels[3]));
        boolean wildcard = shape && (WILDCARDS.contains(levels[2]) || WILDCARDS.contains(levels[levels.length - 1]));
        boolean allowed = shape && !levels[2].isEmpty() && !(wildcard && group && !groupWildcards());
        return refuse(!allowed, Texts.NO_TOPIC);
    }

    private boolean groupWildcards() {
        return settings.has(AdafruitRule.GROUP_WILDCARDS);
    }

    /** A foreign feed or group that exists and is public or shared, by its exact key. */
    private boolean mayRead(AdafruitLogin login, String filter) {
        return DataTopic.of(filter)
                .filter(topic -> !topic.get())
                .flatMap(topic -> accounts.find(topic.user())
                        .map(owner -> topic.group()
                                ? owner.group(topic.key())
                                        .filter(group -> group.mayRead(login.username()))
                                        .isPresent()
                                : owner.place(topic.key())
                                        .map(FeedPlace::feed)
                                        .filter(feed -> feed.mayRead(login.username()))
                                        .isPresent()))
                .orElse(false);
    }

    private boolean isService(String type) {
        return type.equals(INTEGRATION)
                || (type.equals("integrations") && settings.has(AdafruitRule.PLURAL_INTEGRATIONS));
    }

    private Optional<String> service(AdafruitLogin login, String[] levels) {
        boolean words = levels.length == 4 && levels[2].equals(WORDS);
        boolean paid = levels.length == 5 && PAID.contains(levels[2]) && levels[1].equals(INTEGRATION);
        if (!words && !paid) {
            return Optional.of(Texts.NO_TOPIC);
        }
        boolean free = !login.account().plan().isPaid();
        return refuse(paid && free && settings.has(AdafruitRule.PAID_SERVICES), Texts.NOT_AUTHORIZED);
    }

    private static Optional<String> refuse(boolean refused, String text) {
        return refused ? Optional.of(text) : Optional.empty();
    }
}
