package org.iotconnector.core.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.core.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.JacksonYAMLParseException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one YAML mapping, token by token, so that each value keeps its line and its characters as written (a device
 * name of 0123 stays text), and an alias is refused instead of expanded.
 */
final class YamlSettings {
    /** The name of a tag, an anchor or an alias at the end of a reason. */
    private static final Pattern NAME = Pattern.compile("\\s*([!&*%])\\S+$");

    private final String name;
    private final VariableSubstitution substitution;
    private final YAMLParser parser;

    private YamlSettings(String name, VariableSubstitution substitution, YAMLParser parser) {
        this.name = name;
        this.substitution = substitution;
        this.parser = parser;
    }

    static Map<String, RawSetting> read(String yaml, String name, Map<String, String> environment) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), yaml)) {
            return new YamlSettings(name, new VariableSubstitution(environment), (YAMLParser) parser).document();
        } catch (StreamConstraintsException e) {
            throw failure(name, "goes beyond what a settings file needs (depth, length of a name or number)", e);
        } catch (JacksonYAMLParseException e) {
            throw failure(name, "is not valid YAML: " + reason(e), e);
        } catch (JacksonException e) {
            throw failure(name, "is not a plain mapping of keys to values", e);
        }
    }

    private Map<String, RawSetting> document() {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return Map.of(); // An empty file, or one of comments only.
        }
        if (first != JsonToken.START_OBJECT) {
            throw InvalidConfigurationException.of(
                    "", name + " must hold lines of the form \"key: value\"; it begins with something else.");
        }
        Map<String, RawSetting> entries = mapping();
        if (parser.nextToken() != null) {
            throw InvalidConfigurationException.of(
                    "", name + " holds a second document (" + origin() + "); keep one, without a --- line.");
        }
        return entries;
    }

    private Map<String, RawSetting> mapping() {
        Map<String, RawSetting> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.getString();
            String origin = origin();
            parser.nextToken();
            RawSetting value = value();
            RawSetting earlier = entries.get(key);
            if (earlier != null) {
                value = new RawSetting.Invalid(
                        origin, "is given twice (" + earlier.origin() + " and again " + origin + "); keep one.");
            }
            entries.put(key, value);
        }
        return entries;
    }

    private RawSetting value() {
        String origin = origin();
        if (parser.isCurrentAlias()) {
            return new RawSetting.Invalid(origin, "is a YAML alias (" + origin + "); write the value itself.");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new RawSetting.Mapping(origin, mapping());
        }
        if (token == JsonToken.START_ARRAY) {
            List<RawSetting> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value());
            }
            return new RawSetting.Sequence(origin, items);
        }
        if (token == JsonToken.VALUE_NULL) {
            return new RawSetting.Invalid(
                    origin, "has no value (" + origin + "); give one, \"\" for an empty text, or drop the line.");
        }
        return substitution.apply(new RawSetting.Text(origin, text()));
    }

    private String text() {
        @Nullable String text = parser.getString();
        return text == null ? "" : text;
    }

    private String origin() {
        return name + " line " + parser.currentTokenLocation().getLineNr();
    }

    /**
     * The reason alone, with at most single characters of the file: the indented lines of the message quote it, and so do the names of
     * tags, anchors and directives, where a secret may stand that begins with {@code !}, {@code &} or {@code %}.
     */
    private static String reason(JacksonYAMLParseException e) {
        List<String> lines = e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .toList();
        String last = lines.isEmpty() ? "it cannot be read" : lines.get(lines.size() - 1);
        Matcher name = NAME.matcher(last);
        return name.find()
                ? last.substring(0, name.start()) + "; a value that begins with " + name.group(1) + " needs quotes"
                : last;
    }

    private static InvalidConfigurationException failure(String name, String problem, JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return InvalidConfigurationException.of("", name + " " + problem + where + ".");
    }
}
