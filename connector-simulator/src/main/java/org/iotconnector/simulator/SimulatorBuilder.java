package org.iotconnector.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.aliyun.AliyunSettings;
import org.iotconnector.simulator.easyiot.EasyIotSettings;
import org.iotconnector.simulator.mqtt.MqttSettings;
import org.iotconnector.simulator.onenet.OneNetSettings;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacySettings;
import org.iotconnector.simulator.siot.SiotSettings;
import org.jspecify.annotations.Nullable;

/** Collects what a simulator shall be. Not thread-safe. */
public final class SimulatorBuilder {
    private static final String DEMO_MODEL = "/org/iotconnector/simulator/lamp-tsl.json";
    private static final String DEMO_ONENET_MODEL = "/org/iotconnector/simulator/lamp-onenet.json";

    private InetAddress address = InetAddress.getLoopbackAddress();
    private @Nullable Integer consolePort;
    private @Nullable SimulatorTime time;
    private @Nullable AliyunSettings aliyun;
    private @Nullable OneNetSettings onenet;
    private @Nullable OneNetLegacySettings onenetLegacy;
    private @Nullable AdafruitSettings adafruit;
    private @Nullable EasyIotSettings easyiot;
    private @Nullable SiotSettings siot;
    private @Nullable MqttSettings mqtt;
    private final List<String> notices = new ArrayList<>();

    SimulatorBuilder() {}

    /**
     * The address all MQTT listeners bind to, as a name or number; default loopback. The console always binds to loopback.
     *
     * @throws SimulatorConfigurationException if there is no such host
     */
    public SimulatorBuilder bind(String host) {
        try {
            address = InetAddress.getByName(host);
            return this;
        } catch (UnknownHostException unknown) {
            throw new SimulatorConfigurationException(
                    "Cannot bind to [" + host + "]: no such host. Give an address of this machine, such as 127.0.0.1.",
                    unknown);
        }
    }

    /** Opens page and control API on this loopback port, 0 for a free one. Default: no console. */
    public SimulatorBuilder console(int port) {
        if (port < 0 || port > 65_535) {
            throw new SimulatorConfigurationException(
                    "Console port [" + port + "] is not within 0 to 65535; 0 takes a free one.");
        }
        consolePort = port;
        return this;
    }

    /** The time to live in; default the system's. */
    public SimulatorBuilder time(SimulatorTime replacement) {
        time = replacement;
        return this;
    }

    /** Configures the Aliyun platform, replacing an earlier configuration. */
    public SimulatorBuilder aliyun(Consumer<AliyunSettings.Builder> settings) {
        AliyunSettings.Builder builder = AliyunSettings.builder();
        settings.accept(builder);
        aliyun = builder.build();
        return this;
    }

    /**
     * Configures Aliyun with the demo set: product {@value DemoSet#PRODUCT_KEY} with the lamp model and devices {@code lamp-1} to
     * {@code lamp-3}, on free ports. Their secrets are in {@link DemoSet}.
     */
    public SimulatorBuilder demoAliyun() {
        return demoAliyun(settings -> {});
    }

    /** As {@link #demoAliyun()}, and then {@code settings} on top, for example ports. */
    public SimulatorBuilder demoAliyun(Consumer<AliyunSettings.Builder> settings) {
        String model = demoModel(DEMO_MODEL);
        return aliyun(aliyunSettings -> {
            aliyunSettings.product(DemoSet.PRODUCT_KEY, product -> {
                product.thingModel(model);
                DemoSet.deviceSecrets().forEach(product::device);
            });
            settings.accept(aliyunSettings);
        });
    }

    /** Configures the OneNET platform, replacing an earlier configuration. */
    public SimulatorBuilder onenet(Consumer<OneNetSettings.Builder> settings) {
        OneNetSettings.Builder builder = OneNetSettings.builder();
        settings.accept(builder);
        onenet = builder.build();
        return this;
    }

    /**
     * Configures OneNET with the demo set: product {@value DemoSet#ONENET_PRODUCT_ID} with the lamp model and device {@code lamp-1}, and
     * user {@value DemoSet#ONENET_USER_ID}, on free ports. Their keys are in {@link DemoSet}.
     */
    public SimulatorBuilder demoOneNet() {
        return demoOneNet(settings -> {});
    }

    /** As {@link #demoOneNet()}, and then {@code settings} on top, for example ports. */
    public SimulatorBuilder demoOneNet(Consumer<OneNetSettings.Builder> settings) {
        String model = demoModel(DEMO_ONENET_MODEL);
        return onenet(onenetSettings -> {
            onenetSettings.product(
                    DemoSet.ONENET_PRODUCT_ID,
                    product -> product.accessKey(DemoSet.ONENET_ACCESS_KEY)
                            .thingModel(model)
                            .device(DemoSet.DEVICE_NAME, DemoSet.ONENET_DEVICE_KEY));
            onenetSettings.user(DemoSet.ONENET_USER_ID, DemoSet.ONENET_USER_KEY);
            settings.accept(onenetSettings);
        });
    }

    /** Configures OneNET's first generation, replacing an earlier configuration. */
    public SimulatorBuilder onenetLegacy(Consumer<OneNetLegacySettings.Builder> settings) {
        OneNetLegacySettings.Builder builder = OneNetLegacySettings.builder();
        settings.accept(builder);
        onenetLegacy = builder.build();
        return this;
    }

    /** Configures Adafruit IO, replacing an earlier configuration. */
    public SimulatorBuilder adafruit(Consumer<AdafruitSettings.Builder> settings) {
        AdafruitSettings.Builder builder = AdafruitSettings.builder();
        settings.accept(builder);
        adafruit = builder.build();
        return this;
    }

    /**
     * Configures Adafruit IO with the demo set: account {@value DemoSet#ADAFRUIT_USERNAME} on the free plan, without feeds, on free ports. Its
     * key is in {@link DemoSet}.
     */
    public SimulatorBuilder demoAdafruit() {
        return demoAdafruit(settings -> {});
    }

    /** As {@link #demoAdafruit()}, and then {@code settings} on top, for example ports. */
    public SimulatorBuilder demoAdafruit(Consumer<AdafruitSettings.Builder> settings) {
        return adafruit(adafruitSettings -> {
            adafruitSettings.account(DemoSet.ADAFRUIT_USERNAME, DemoSet.ADAFRUIT_KEY, AdafruitPlan.FREE);
            settings.accept(adafruitSettings);
        });
    }

    /** Configures Easy IoT, replacing an earlier configuration. */
    public SimulatorBuilder easyiot(Consumer<EasyIotSettings.Builder> settings) {
        EasyIotSettings.Builder builder = EasyIotSettings.builder();
        settings.accept(builder);
        easyiot = builder.build();
        return this;
    }

    /**
     * Configures Easy IoT with the demo set: account {@value DemoSet#EASYIOT_ID} with device {@code lamp} on topic {@value
     * DemoSet#EASYIOT_TOPIC}, on free ports.
     */
    public SimulatorBuilder demoEasyIot() {
        return demoEasyIot(settings -> {});
    }

    /** As {@link #demoEasyIot()}, and then {@code settings} on top, for example ports. */
    public SimulatorBuilder demoEasyIot(Consumer<EasyIotSettings.Builder> settings) {
        return easyiot(easyIotSettings -> {
            easyIotSettings.account(
                    DemoSet.EASYIOT_ID, DemoSet.EASYIOT_PASSWORD, Map.of(DemoSet.EASYIOT_TOPIC, "lamp"));
            settings.accept(easyIotSettings);
        });
    }

    /** Configures SIoT, replacing an earlier configuration. */
    public SimulatorBuilder siot(Consumer<SiotSettings.Builder> settings) {
        SiotSettings.Builder builder = SiotSettings.builder();
        settings.accept(builder);
        siot = builder.build();
        return this;
    }

    /** Configures SIoT V1 with the login of a new installation, {@value DemoSet#SIOT_USERNAME}, on free ports. */
    public SimulatorBuilder demoSiot() {
        return demoSiot(settings -> {});
    }

    /** As {@link #demoSiot()}, and then {@code settings} on top, for example ports or the generation. */
    public SimulatorBuilder demoSiot(Consumer<SiotSettings.Builder> settings) {
        return siot(siotSettings -> {
            siotSettings.user(DemoSet.SIOT_USERNAME, DemoSet.SIOT_PASSWORD);
            settings.accept(siotSettings);
        });
    }

    /** Configures the general broker, replacing an earlier configuration. */
    public SimulatorBuilder mqtt(Consumer<MqttSettings.Builder> settings) {
        MqttSettings.Builder builder = MqttSettings.builder();
        settings.accept(builder);
        mqtt = builder.build();
        return this;
    }

    /** Configures a general broker that lets anybody in, on free ports. */
    public SimulatorBuilder demoMqtt() {
        return mqtt(settings -> {});
    }

    /** As {@link #demoMqtt()}, and then {@code settings} on top, for example ports. */
    public SimulatorBuilder demoMqtt(Consumer<MqttSettings.Builder> settings) {
        return mqtt(settings);
    }

    /** Configures all platforms but OneNET's first generation with their demo sets, on free ports. */
    public SimulatorBuilder demoAll() {
        return demoAliyun().demoOneNet().demoAdafruit().demoEasyIot().demoSiot().demoMqtt();
    }

    /** Adds a sentence about something that is asked for and not had; it is told by {@link Simulator#notices()}. */
    public SimulatorBuilder notice(String sentence) {
        notices.add(sentence);
        return this;
    }

    /**
     * Opens all listeners.
     *
     * @throws SimulatorConfigurationException if a port is taken or a thing model not usable
     */
    public Simulator start() {
        return new Simulator(this);
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    InetAddress address() {
        return address;
    }

    Optional<Integer> consolePort() {
        return Optional.ofNullable(consolePort);
    }

    Optional<SimulatorTime> time() {
        return Optional.ofNullable(time);
    }

    Optional<AliyunSettings> aliyun() {
        return Optional.ofNullable(aliyun);
    }

    Optional<OneNetLegacySettings> onenetLegacy() {
        return Optional.ofNullable(onenetLegacy);
    }

    Optional<AdafruitSettings> adafruit() {
        return Optional.ofNullable(adafruit);
    }

    Optional<EasyIotSettings> easyiot() {
        return Optional.ofNullable(easyiot);
    }

    Optional<SiotSettings> siot() {
        return Optional.ofNullable(siot);
    }

    Optional<MqttSettings> mqtt() {
        return Optional.ofNullable(mqtt);
    }

    Optional<OneNetSettings> onenet() {
        return Optional.ofNullable(onenet);
    }

    private static String demoModel(String file) {
        try (InputStream model = SimulatorBuilder.class.getResourceAsStream(file)) {
            if (model == null) {
                throw new IllegalStateException(file + " is missing; this is a bug in connector-simulator.");
            }
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " is unreadable; this is a bug in connector-simulator.", unreadable);
        }
    }
}
