package org.iotconnector.mqtt.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;

/**
 * A topic with names in braces for what varies, such as {@code home/{deviceName}/{property}}. What is not in braces is
 * kept as it is: a leading {@code /} makes an empty first level and stays. Immutable.
 */
public final class TopicTemplate {
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]*)}");

    private final String text;

    private TopicTemplate(String text) {
        this.text = text;
    }

    /**
     * Checks and wraps {@code text}.
     *
     * @param allowed the names that may stand in braces
     * @throws IllegalArgumentException saying what is wrong
     */
    public static TopicTemplate parse(String text, Set<String> allowed) {
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            if (!allowed.contains(matcher.group(1))) {
                throw new IllegalArgumentException("has the unknown placeholder " + matcher.group() + "; use "
                        + new TreeSet<>(allowed)
                                .stream().map(name -> "{" + name + "}").collect(Collectors.joining(", ")));
            }
        }
        String rest = VARIABLE.matcher(text).replaceAll("x");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new IllegalArgumentException("has a brace without its partner");
        }
        try {
            TopicName.of(rest);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("makes no topic: " + wrong.getMessage(), wrong);
        }
        return new TopicTemplate(text);
    }

    /** The template with these variables filled in; others stay. */
    public TopicTemplate bind(Map<String, String> values) {
        return new TopicTemplate(VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group()))));
    }

    public boolean has(String variable) {
        return text.contains("{" + variable + "}");
    }

    /** The topic, when nothing varies any more. */
    public TopicName topic() {
        return TopicName.of(text);
    }

    /**
     * The topic with {@code value} for the last variable.
     *
     * @throws MappingException if that gives no topic, or one that would be read as another value's
     */
    public TopicName topic(String variable, String value) {
        if (has(variable) && (value.isEmpty() || value.indexOf('/') >= 0)) {
            throw new MappingException(
                    value,
                    "The name of a " + variable + " cannot stand in the topic " + text
                            + ": it must not be empty or hold '/'." + " Give it a topic of its own.");
        }
        try {
            return TopicName.of(text.replace("{" + variable + "}", value));
        } catch (IllegalArgumentException wrong) {
            throw new MappingException(value, "The topic " + text + " cannot be made: " + wrong.getMessage(), wrong);
        }
    }

    /** Whether each variable is a whole level, so that {@link #filter} can have a wildcard for it. */
    public boolean isFilterable() {
        List<String> levels = List.of(text.split("/", -1));
        return levels.stream()
                .allMatch(level -> VARIABLE.matcher(level).matches()
                        || !VARIABLE.matcher(level).find());
    }

    /** The filter for all values, with {@code +} for each variable. */
    public TopicFilter filter() {
        return TopicFilter.of(VARIABLE.matcher(text).replaceAll("+"));
    }

    /**
     * What stands for the one variable in {@code topic}, if the topic is one of this template; empty text for none. The
     * variable takes one level or a part of it, the same at each of its places.
     */
    public Optional<String> match(String topic) {
        Matcher variable = VARIABLE.matcher(text);
        if (!variable.find()) {
            return topic.equals(text) ? Optional.of("") : Optional.empty();
        }
        int start = variable.start();
        int places = 0;
        int fixed = text.length();
        do {
            places++;
            fixed -= variable.end() - variable.start();
        } while (variable.find());
        // All places are equally long, so the topic's length says how long: no compiled pattern for each device.
        int length = (topic.length() - fixed) / places;
        if (length < 1) {
            return Optional.empty();
        }
        String value = topic.substring(start, start + length);
        String whole = VARIABLE.matcher(text).replaceAll(Matcher.quoteReplacement(value));
        return value.indexOf('/') < 0 && whole.equals(topic) ? Optional.of(value) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
