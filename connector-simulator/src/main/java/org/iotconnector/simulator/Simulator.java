package org.iotconnector.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.adafruit.AdafruitSimulator;
import org.iotconnector.simulator.aliyun.AliyunSettings;
import org.iotconnector.simulator.aliyun.AliyunSimulator;
import org.iotconnector.simulator.easyiot.EasyIotSettings;
import org.iotconnector.simulator.easyiot.EasyIotSimulator;
import org.iotconnector.simulator.internal.adafruit.AdafruitPlatform;
import org.iotconnector.simulator.internal.adafruit.http.AdafruitHttpSide;
import org.iotconnector.simulator.internal.aliyun.AliyunPlatform;
import org.iotconnector.simulator.internal.config.SimulatorFile;
import org.iotconnector.simulator.internal.console.Console;
import org.iotconnector.simulator.internal.easyiot.EasyIotPlatform;
import org.iotconnector.simulator.internal.mqtt.MqttPlatform;
import org.iotconnector.simulator.internal.net.LazyTls;
import org.iotconnector.simulator.internal.onenet.OneNetPlatform;
import org.iotconnector.simulator.internal.onenet.http.OneNetHttpSide;
import org.iotconnector.simulator.internal.onenet.legacy.LegacyPlatform;
import org.iotconnector.simulator.internal.platform.AbstractPlatform;
import org.iotconnector.simulator.internal.siot.SiotPlatform;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.simulator.mqtt.MqttSettings;
import org.iotconnector.simulator.mqtt.MqttSimulator;
import org.iotconnector.simulator.onenet.OneNetSettings;
import org.iotconnector.simulator.onenet.OneNetSimulator;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacySettings;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacySimulator;
import org.iotconnector.simulator.siot.SiotSettings;
import org.iotconnector.simulator.siot.SiotSimulator;
import org.jspecify.annotations.Nullable;

/**
 * Cloud IoT platforms on localhost. It listens from {@link SimulatorBuilder#start} until {@link #close}, on one daemon thread.
 * Thread-safe.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.demo()) {
 *     URI uri = simulator.aliyun().mqttUri();
 *     // … connect a device, then:
 *     simulator.aliyun().device("a1Demo0Prod/lamp-1").set(Map.of("LightSwitch", 1)).get();
 * }
 * }</pre>
 */
public final class Simulator implements AutoCloseable {
    private final SimulatorLoop loop;
    private final LazyTls tls = new LazyTls();
    private final @Nullable AliyunPlatform aliyun;
    private final @Nullable OneNetPlatform onenet;
    private final @Nullable LegacyPlatform onenetLegacy;
    private final @Nullable AdafruitPlatform adafruit;
    private final @Nullable EasyIotPlatform easyiot;
    private final @Nullable SiotPlatform siot;
    private final @Nullable MqttPlatform mqtt;
    private final List<AbstractPlatform<?>> platforms = new ArrayList<>();
    private final @Nullable Console console;
    private final List<String> notices;

    Simulator(SimulatorBuilder builder) {
        this.notices = builder.notices();
        InetAddress address = builder.address();
        this.loop = new SimulatorLoop(builder.time().orElse(null));
        Console opened = null;
        try {
            AbstractPlatform.Surroundings surroundings = new AbstractPlatform.Surroundings(address, loop, tls);
            AliyunSettings settings = builder.aliyun().orElse(null);
            aliyun = settings == null ? null : new AliyunPlatform(surroundings, settings);
            if (aliyun != null) {
                platforms.add(aliyun);
            }
            OneNetSettings onenetSettings = builder.onenet().orElse(null);
            onenet = onenetSettings == null
                    ? null
                    : new OneNetPlatform(surroundings, onenetSettings, OneNetHttpSide::new);
            if (onenet != null) {
                platforms.add(onenet);
            }
            OneNetLegacySettings legacySettings = builder.onenetLegacy().orElse(null);
            onenetLegacy = legacySettings == null ? null : new LegacyPlatform(surroundings, legacySettings);
            if (onenetLegacy != null) {
                platforms.add(onenetLegacy);
            }
            AdafruitSettings adafruitSettings = builder.adafruit().orElse(null);
            adafruit = adafruitSettings == null
                    ? null
                    : new AdafruitPlatform(surroundings, adafruitSettings, AdafruitHttpSide::new);
            if (adafruit != null) {
                platforms.add(adafruit);
            }
            EasyIotSettings easyIotSettings = builder.easyiot().orElse(null);
            easyiot = easyIotSettings == null ? null : new EasyIotPlatform(surroundings, easyIotSettings);
            if (easyiot != null) {
                platforms.add(easyiot);
            }
            SiotSettings siotSettings = builder.siot().orElse(null);
            siot = siotSettings == null ? null : new SiotPlatform(surroundings, siotSettings);
            if (siot != null) {
                platforms.add(siot);
            }
            MqttSettings mqttSettings = builder.mqtt().orElse(null);
            mqtt = mqttSettings == null ? null : new MqttPlatform(surroundings, mqttSettings);
            if (mqtt != null) {
                platforms.add(mqtt);
            }
            platforms.forEach(AbstractPlatform::startListening);
            Integer consolePort = builder.consolePort().orElse(null);
            opened = consolePort == null ? null : Console.open(consolePort, List.copyOf(platforms));
            console = opened;
        } catch (RuntimeException failed) {
            platforms.forEach(AbstractPlatform::stopListening);
            loop.close();
            throw failed;
        }
    }

    /** Starts with nothing configured. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /** Reads a configuration file; the result may be changed before the start. */
    public static SimulatorBuilder load(Path file) {
        return SimulatorFile.read(file);
    }

    /** Starts the built-in demo set on free ports; see {@link SimulatorBuilder#demoAll()}. */
    public static Simulator demo() {
        return builder().demoAll().start();
    }

    /**
     * The Aliyun platform.
     *
     * @throws IllegalStateException if it was not configured
     */
    public AliyunSimulator aliyun() {
        if (aliyun == null) {
            throw new IllegalStateException("The simulator was started without Aliyun; configure it in the builder.");
        }
        return aliyun;
    }

    /**
     * The OneNET platform.
     *
     * @throws IllegalStateException if it was not configured
     */
    public OneNetSimulator onenet() {
        if (onenet == null) {
            throw new IllegalStateException("The simulator was started without OneNET; configure it in the builder.");
        }
        return onenet;
    }

    /**
     * OneNET's first generation.
     *
     * @throws IllegalStateException if it was not configured
     */
    public OneNetLegacySimulator onenetLegacy() {
        if (onenetLegacy == null) {
            throw new IllegalStateException(
                    "The simulator was started without OneNET's first generation; configure it in the builder.");
        }
        return onenetLegacy;
    }

    /**
     * Adafruit IO.
     *
     * @throws IllegalStateException if it was not configured
     */
    public AdafruitSimulator adafruit() {
        if (adafruit == null) {
            throw new IllegalStateException(
                    "The simulator was started without Adafruit IO; configure it in the builder.");
        }
        return adafruit;
    }

    /**
     * Easy IoT.
     *
     * @throws IllegalStateException if it was not configured
     */
    public EasyIotSimulator easyiot() {
        if (easyiot == null) {
            throw new IllegalStateException("The simulator was started without Easy IoT; configure it in the builder.");
        }
        return easyiot;
    }

    /**
     * SIoT.
     *
     * @throws IllegalStateException if it was not configured
     */
    public SiotSimulator siot() {
        if (siot == null) {
            throw new IllegalStateException("The simulator was started without SIoT; configure it in the builder.");
        }
        return siot;
    }

    /**
     * The general broker.
     *
     * @throws IllegalStateException if it was not configured
     */
    public MqttSimulator mqtt() {
        if (mqtt == null) {
            throw new IllegalStateException(
                    "The simulator was started without a general broker; configure it in the builder.");
        }
        return mqtt;
    }

    /** All platforms that were configured. */
    public List<SimulatedPlatform> platforms() {
        return List.copyOf(platforms);
    }

    /** What the configuration asks for and this version does not have, a sentence each; empty for most. */
    public List<String> notices() {
        return notices;
    }

    /** All addresses: of the platforms, then of the console. */
    public List<Endpoint> endpoints() {
        return Stream.concat(
                        platforms.stream().flatMap(platform -> platform.endpoints().stream()),
                        consoleUri().map(uri -> new Endpoint("console", uri)).stream())
                .toList();
    }

    /** Where page and control API are; empty if no console port was configured. */
    public Optional<URI> consoleUri() {
        return Optional.ofNullable(console).map(Console::uri);
    }

    /** The certificate of the authority that signed the TLS certificate of this simulator, as PEM. New in every simulator. */
    public String caCertificatePem() {
        return tls.get().caPem();
    }

    /**
     * Writes {@link #caCertificatePem()} to a file, replacing it.
     *
     * @throws SimulatorConfigurationException if it cannot be written
     */
    public void writeCaCertificate(Path file) {
        try {
            Files.writeString(file, caCertificatePem(), StandardCharsets.US_ASCII);
        } catch (IOException unwritable) {
            throw new SimulatorConfigurationException(
                    "The CA certificate cannot be written to [" + file + "]: " + unwritable + ".", unwritable);
        }
    }

    /** Closes all sockets and ends the thread; waits up to 5 s. Has no effect when closed. */
    @Override
    public void close() {
        if (console != null) {
            console.close();
        }
        if (loop.isOpen()) {
            platforms.forEach(AbstractPlatform::stopListening);
            loop.close();
        }
    }
}
