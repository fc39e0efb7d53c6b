package org.iotconnector.simulator.internal.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.SimulatedPlatform;
import org.iotconnector.simulator.Simulator;

/** The platforms of the demo set, each with a letter by which inputs name it. */
final class Platforms implements AutoCloseable {
    private final Simulator simulator;
    private final Map<Character, AbstractPlatform<?>> platforms = new LinkedHashMap<>();

    private Platforms(Simulator simulator) {
        this.simulator = simulator;
        for (SimulatedPlatform platform : simulator.platforms()) {
            platforms.put(letter(platform.id()), (AbstractPlatform<?>) platform);
        }
    }

    static Platforms start() {
        return new Platforms(Simulator.builder()
                .demoAll()
                .onenetLegacy(settings -> settings.product("123456", product -> product.device("654321", "lamp-0001")))
                .start());
    }

    private static char letter(String id) {
        return switch (id) {
            case "onenetLegacy" -> 'l';
            case "adafruit" -> 'd';
            default -> id.charAt(0);
        };
    }

    /** The platform that an input is for; empty if its first byte names none. */
    Optional<AbstractPlatform<?>> of(byte[] input) {
        return input.length == 0 ? Optional.empty() : Optional.ofNullable(platforms.get((char) input[0]));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
