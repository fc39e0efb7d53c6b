package org.iotconnector.core.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.DeviceConfigs;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.SettingProblem;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.SettingTable;
import org.iotconnector.core.spi.Providers;
import org.jspecify.annotations.Nullable;

/**
 * The devices that files describe, and what is wrong with the others: one bad file or row does not stop the rest.
 *
 * @param devices in the order of file names or rows
 * @param problems one for each device that is missing, with its file and line
 */
public record FleetPlan(List<DeviceConfig<?>> devices, List<FleetProblem> problems) {
    private static final String PLATFORM = "platform";

    public FleetPlan {
        devices = List.copyOf(devices);
        problems = List.copyOf(problems);
    }

    /** Reads every {@code .yaml} and {@code .yml} file of a folder as one device; see {@link #ofFolder(Path, Path)}. */
    public static FleetPlan ofFolder(Path folder) {
        return read(folder, Optional.empty(), System.getenv());
    }

    /**
     * Reads every {@code .yaml} and {@code .yml} file of a folder, without its sub-folders and without names that begin
     * with a dot, as the settings of one device.
     *
     * @param common settings for all; a device's own win. It may lie in the folder
     * @throws InvalidConfigurationException when the folder or the common file cannot be read
     */
    public static FleetPlan ofFolder(Path folder, Path common) {
        return read(folder, Optional.of(common), System.getenv());
    }

    /** Reads a table of devices without common settings; see {@link #ofTable(Path, Path)}. */
    public static FleetPlan ofTable(Path table) {
        return read(table, Optional.empty(), System.getenv());
    }

    /**
     * Reads a table of devices, one a row; see {@link SettingTable}.
     *
     * @param common settings for all; what a row gives wins
     * @throws InvalidConfigurationException when the common file, the table or its header cannot be read
     */
    public static FleetPlan ofTable(Path table, Path common) {
        return read(table, Optional.of(common), System.getenv());
    }

    /** As the others do, a folder or a table, with the environment variables given. */
    public static FleetPlan read(Path folderOrTable, Optional<Path> common, Map<String, String> environment) {
        Optional<SettingSource> shared = common.map(file -> SettingSource.file(file, environment));
        Reading reading = new Reading(Providers.load(), environment, shared.orElse(null));
        if (Files.isDirectory(folderOrTable)) {
            reading.folder(folderOrTable, common);
        } else {
            reading.table(folderOrTable);
        }
        return new FleetPlan(reading.devices, reading.problems);
    }

    private static final class Reading {
        private final List<DeviceConfig<?>> devices = new ArrayList<>();
        private final List<FleetProblem> problems = new ArrayList<>();
        private final Providers providers;
        private final Map<String, String> environment;
        private final @Nullable SettingSource common;

        Reading(Providers providers, Map<String, String> environment, @Nullable SettingSource common) {
            this.providers = providers;
            this.environment = environment;
            this.common = common;
        }

        void folder(Path folder, Optional<Path> commonFile) {
            for (Path file : filesOf(folder)) {
                if (commonFile.filter(other -> isSame(file, other)).isEmpty()) {
                    String name = String.valueOf(file.getFileName());
                    try {
                        add(SettingSource.file(file, environment));
                    } catch (InvalidConfigurationException e) {
                        problems.add(new FleetProblem(name, String.valueOf(e.getMessage())));
                    }
                }
            }
        }

        private static boolean isSame(Path one, Path other) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }

        private static List<Path> filesOf(Path folder) {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> {
                            String name = String.valueOf(file.getFileName());
                            return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
                        })
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw InvalidConfigurationException.of(
                        "", "The folder " + folder + " cannot be read: " + e.getMessage() + ".");
            }
        }

        void table(Path file) {
            SettingTable table = SettingTable.read(file, knownKeys(), environment);
            for (SettingTable.Row row : table.rows()) {
                row.problem().ifPresent(what -> problems.add(new FleetProblem(row.place(), what)));
                row.source().ifPresent(source -> addRow(row.place(), source));
            }
        }

        private List<String> knownKeys() {
            return Stream.concat(
                            Stream.of(PLATFORM),
                            providers.all().stream()
                                    .flatMap(provider -> provider.settings().stream())
                                    .flatMap(
                                            setting -> Stream.concat(Stream.of(setting), setting.companions().stream()))
                                    .map(setting -> setting.key()))
                    .distinct()
                    .collect(Collectors.toList());
        }

        private void addRow(String place, SettingSource row) {
            try {
                add(row);
            } catch (InvalidConfigurationException e) {
                problems.add(new FleetProblem(
                        place,
                        e.problems().stream().map(SettingProblem::toString).collect(Collectors.joining("\n  "))));
            }
        }

        private void add(SettingSource device) {
            SettingSource shared = common;
            if (shared == null) {
                devices.add(DeviceConfigs.load(providers, environment, device));
                return;
            }
            // Its platform would be found twice, and the first one taken.
            SettingSource rest = device.entries().containsKey(PLATFORM) ? shared.without(PLATFORM) : shared;
            devices.add(DeviceConfigs.load(providers, environment, rest, device));
        }
    }
}
