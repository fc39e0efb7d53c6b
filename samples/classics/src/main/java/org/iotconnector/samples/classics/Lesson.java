package org.iotconnector.samples.classics;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.settings.Secret;

/** The exercises by name, and what somebody says meanwhile when the broker is simulated. */
enum Lesson {
    SUBSCRIBE("/public/hello", "hi"),
    PUBLISH("", ""),
    LED("/public/led", "on,toggle,off"),
    ADC("", ""),
    SYS("", ""),
    COMMAND("", "on,getTH,toggle"),
    EASYIOT(SimulatedBroker.EASYIOT_TOPIC, "on,off"),
    COUNT("", ""),
    GREET("", ""),
    WILDCARDS("", ""),
    SLEEPY("/public/sleepy/set", "measure more often"),
    RANGE("", ""),
    PRESENCE("", "");

    private final String topic;
    private final String words;

    /** @param words what somebody says on {@code topic} in turn, between commas; empty for nothing */
    Lesson(String topic, String words) {
        this.topic = topic;
        this.words = words;
    }

    /** Where somebody speaks; the device of {@link #COMMAND} listens on the topic {@code id}. */
    String topic(String id) {
        return this == COMMAND ? id : topic;
    }

    List<String> words() {
        return words.isEmpty() ? List.of() : List.of(words.split(",", -1));
    }

    /** Connects, and makes the exercise ready for its first step. */
    Exercise open(Connector connector, Broker broker) {
        return switch (this) {
            case SUBSCRIBE -> new SubscribeAndPrint(broker.connect(connector, "subscribe"), "/public/#");
            case PUBLISH ->
                new PublishOnce(broker.connect(connector, "publish"), Publication.text("/public/hello", "hello"));
            case LED -> new Led(broker.connect(connector, "led"), "/public/led");
            case ADC -> new AdcReporter(broker.connect(connector, "adc"), "/public/adc", () -> random(0, 1024));
            case SYS -> new SysMonitor(broker.connect(connector, "sys"));
            case COMMAND -> new CommandDevice(broker.connect(connector, "command"), broker.id(), () -> random(18, 28));
            case EASYIOT -> lamp(connector, broker);
            case COUNT -> count(connector, broker);
            case GREET -> greet(connector, broker);
            case WILDCARDS -> new WildcardTour(broker.connect(connector, "tour"));
            case SLEEPY -> new SleepyDevice(connector, broker, "/public/sleepy", () -> random(60, 100));
            case RANGE -> new RangeTest(broker.connect(connector, "range"), "/public/range");
            case PRESENCE -> new Presence(connector, broker, "/public/presence");
        };
    }

    private static Exercise lamp(Connector connector, Broker easyIot) {
        return new EasyIotLamp(
                connector,
                easyIot,
                environment("EASYIOT_ID", SimulatedBroker.EASYIOT_ID),
                Secret.of(environment("EASYIOT_PWD", SimulatedBroker.EASYIOT_PWD)),
                environment("EASYIOT_TOPIC", SimulatedBroker.EASYIOT_TOPIC));
    }

    private static Exercise count(Connector connector, Broker broker) {
        new CountingSubscriber(broker.connect(connector, "hears"), "/public/count");
        return new CountingPublisher(broker.connect(connector, "counts"), "/public/count");
    }

    private static Exercise greet(Connector connector, Broker broker) {
        new Greeter(broker.connect(connector, "anna"), "Anna", "/public/anna", "/public/ben", 3);
        Greeter ben = new Greeter(broker.connect(connector, "ben"), "Ben", "/public/ben", "/public/anna", 3);
        ben.begin();
        return ben;
    }

    private static String environment(String variable, String simulated) {
        return Objects.requireNonNullElse(System.getenv(variable), simulated);
    }

    private static int random(int from, int to) {
        return ThreadLocalRandom.current().nextInt(from, to);
    }
}
