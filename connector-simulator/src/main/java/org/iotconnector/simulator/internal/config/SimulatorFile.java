package org.iotconnector.simulator.internal.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorBuilder;
import org.iotconnector.simulator.SimulatorConfigurationException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The simulator's YAML file. */
public final class SimulatorFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final List<String> PLATFORMS = List.of(
            "aliyun",
            "onenet",
            OneNetLegacySection.NAME,
            AdafruitSection.NAME,
            EasyIotSection.NAME,
            SiotSection.NAME,
            MqttSection.NAME);

    private static final Set<String> KEYS =
            Stream.concat(PLATFORMS.stream(), Stream.of("console", "bind")).collect(Collectors.toUnmodifiableSet());

    private SimulatorFile() {}

    /** Reads a file; paths inside it are relative to its folder. */
    public static SimulatorBuilder read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new SimulatorConfigurationException(
                    "Simulator configuration [" + file + "] cannot be read: " + unreadable + ".", unreadable);
        }
        Path folder = file.toAbsolutePath().getParent();
        return parse(text, folder == null ? Path.of("") : folder);
    }

    /** The first line of the parser's words and the place; the lines after it quote the file, which holds secrets. */
    private static String reason(JacksonException malformed) {
        String first = malformed.getOriginalMessage().lines().findFirst().orElse("malformed");
        TokenStreamLocation place = malformed.getLocation();
        return place == null || place.getLineNr() < 1 ? first : first + " (line " + place.getLineNr() + ")";
    }

    static SimulatorBuilder parse(String text, Path folder) {
        Object root;
        try {
            root = YAML.readValue(text, Object.class);
        } catch (JacksonException malformed) {
            // Without the cause, whose message quotes the file in every stack trace.
            throw new SimulatorConfigurationException("Simulator configuration is not YAML: " + reason(malformed));
        }
        Section top = Section.of("", root, KEYS);
        SimulatorBuilder builder = Simulator.builder();
        if (PLATFORMS.stream().noneMatch(top::has)) {
            throw new SimulatorConfigurationException("Simulator configuration: no platform is configured; add one of ["
                    + String.join("], [", PLATFORMS) + "].");
        }
        top.text("bind").ifPresent(builder::bind);
        top.port("console").ifPresent(builder::console);
        if (top.has("aliyun")) {
            AliyunSection.apply(builder, top, folder);
        }
        if (top.has("onenet")) {
            OneNetSection.apply(builder, top, folder);
        }
        if (top.has(OneNetLegacySection.NAME)) {
            OneNetLegacySection.apply(builder, top);
        }
        if (top.has(AdafruitSection.NAME)) {
            AdafruitSection.apply(builder, top);
        }
        if (top.has(EasyIotSection.NAME)) {
            EasyIotSection.apply(builder, top);
        }
        if (top.has(SiotSection.NAME)) {
            SiotSection.apply(builder, top);
        }
        if (top.has(MqttSection.NAME)) {
            MqttSection.apply(builder, top);
        }
        return builder;
    }
}
