package org.iotconnector.core.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.iotconnector.core.InvalidConfigurationException;

/** Finds providers by id on the class path, for the command line and for set-ups that are driven by files. */
public final class Providers {
    private final Map<String, Provider<?>> byId;

    private Providers(Map<String, Provider<?>> byId) {
        this.byId = byId;
    }

    /**
     * Every provider that {@link ServiceLoader} finds.
     *
     * @throws IllegalStateException when two have one id, naming both classes
     */
    public static Providers load() {
        List<Provider<?>> found = new ArrayList<>();
        for (Provider<?> provider : ServiceLoader.load(Provider.class)) {
            found.add(provider);
        }
        return of(found);
    }

    /**
     * Exactly these providers.
     *
     * @throws IllegalStateException when two have one id, naming both classes
     */
    public static Providers of(List<? extends Provider<?>> providers) {
        Map<String, Provider<?>> byId = new TreeMap<>();
        for (Provider<?> provider : providers) {
            Provider<?> other = byId.putIfAbsent(provider.id(), provider);
            if (other != null) {
                throw new IllegalStateException("Two providers have the id " + provider.id() + ": "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName()
                        + "; remove one from the class path.");
            }
        }
        return new Providers(byId);
    }

    /** The ids found, sorted. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** The providers found, sorted by id. */
    public List<Provider<?>> all() {
        return List.copyOf(byId.values());
    }

    /**
     * The provider with this id.
     *
     * @throws InvalidConfigurationException naming the ids that were found
     */
    public Provider<?> get(String id) {
        Provider<?> provider = byId.get(id);
        if (provider == null) {
            throw InvalidConfigurationException.of(
                    "platform",
                    "There is no platform \"" + id + "\" here; "
                            + (byId.isEmpty() ? "no provider is on the class path." : "use one of " + ids() + "."));
        }
        return provider;
    }
}
