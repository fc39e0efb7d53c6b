package org.iotconnector.adafruit.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.adafruit.FeedKey;
import org.iotconnector.adafruit.FeedName;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ThingModel;

/** Which feed a property is, and which property a feed; and which of them the platform may set. Immutable. */
final class FeedMap {
    private final Map<String, String> named;
    private final Optional<String> group;
    private final Map<FeedKey, String> properties = new LinkedHashMap<>();
    private final Set<String> settable = new LinkedHashSet<>();
    private final boolean everyFeed;

    FeedMap(AdafruitConfig config) {
        this.named = config.feeds();
        this.group = config.group();
        List<String> known = new ArrayList<>(named.keySet());
        config.thingModel()
                .map(ThingModel::properties)
                .ifPresent(all -> all.stream().map(PropertySpec::identifier).forEach(known::add));
        known.addAll(config.settable());
        // A feed that was named for a property is not any other's, whatever that one is called.
        known.forEach(property -> key(property).ifPresent(key -> properties.putIfAbsent(key, property)));
        settable.addAll(config.settable());
        if (settable.isEmpty() && config.thingModel().isPresent()) {
            config.thingModel().get().properties().stream()
                    .filter(property -> property.access().writable())
                    .forEach(property -> settable.add(property.identifier()));
        } else if (settable.isEmpty()) {
            settable.addAll(named.keySet());
        }
        this.everyFeed = settable.isEmpty() && config.thingModel().isEmpty();
    }

    /** Whether nothing says which properties can be set, so that each feed is one. */
    boolean everyFeed() {
        return everyFeed;
    }

    /** The properties that can be set, unless every feed can. */
    Set<String> settable() {
        return settable;
    }

    boolean isSettable(String property) {
        return everyFeed || settable.contains(property);
    }

    /** Whether the name was given to a feed of its own. */
    boolean isNamed(String property) {
        return named.containsKey(property);
    }

    /**
     * The feed of a property.
     *
     * @throws MappingException if no key can be made of its name
     */
    FeedKey feed(String property) {
        return key(property)
                .orElseThrow(() -> new MappingException(
                        property, "No feed key can be made of this name; name one in the setting feeds."));
    }

    private Optional<FeedKey> key(String property) {
        String text = named.containsKey(property) ? named.get(property) : FeedName.keyOf(property);
        if (text == null || FeedKey.problem(text).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(group.map(name -> FeedKey.of(name, text)).orElseGet(() -> FeedKey.parse(text)));
    }

    /** The property that a feed is; empty if it is none of this device's, as those of other groups are. */
    Optional<String> property(FeedKey feed) {
        String known = properties.get(feed);
        if (known != null) {
            return Optional.of(known);
        }
        boolean ours = feed.group().equals(group.filter(name -> !name.equals(FeedKey.DEFAULT_GROUP)));
        // The platform also delivers on the feed's name; its key is always lower case.
        boolean isKey = feed.key().equals(feed.key().toLowerCase(Locale.ROOT));
        return ours && isKey ? Optional.of(feed.key()) : Optional.empty();
    }
}
