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
    private final Pattern pattern;

    private TopicTemplate(String text) {
        this.text = text;
        this.pattern = pattern(text);
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

    /** What stands for the one variable in {@code topic}, if the topic is one of this template; empty text for none. */
    public Optional<String> match(String topic) {
        Matcher found = pattern.matcher(topic);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(found.groupCount() == 0 ? "" : found.group(1));
    }

    /** The first variable takes one level or a part of it; the others must repeat it. */
    private static Pattern pattern(String text) {
        StringBuilder regex = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        int end = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(text.substring(end, variable.start()))).append(end == 0 ? "([^/]+)" : "\\1");
            end = variable.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(text.substring(end))).toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
