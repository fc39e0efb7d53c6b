package org.iotconnector.core.spi;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;

/**
 * One cloud platform. Found in code by its class, in file-driven set-ups by its id through {@link Providers}.
 * Implementations must be stateless, thread-safe, and have a public constructor without parameters.
 *
 * @param <C> the platform's configuration type
 */
public interface Provider<C extends DeviceConfig<C>> {
    /**
     * The name by which settings files and the command line call the platform, such as {@code aliyun}. Implementations
     * must return the same lower-case letters and digits always.
     */
    String id();

    /** The platform's name for people, such as {@code Aliyun IoT}. */
    String title();

    /**
     * Every setting the platform knows, its own first, then the common ones it takes from core. Implementations must
     * declare each key once, and describe it.
     */
    List<Setting<?>> settings();

    /**
     * Reports the rules that several settings break together, for settings that are each right on their own, so that a
     * user hears of everything at once. Implementations must not throw.
     */
    default void check(Settings settings, ProblemCollector problems) {}

    /**
     * Turns checked settings into a configuration.
     *
     * @throws org.iotconnector.core.InvalidConfigurationException carrying every rule that the settings break together
     */
    C configure(Settings settings);

    /**
     * Computes what one CONNECT needs. Called for every attempt. Implementations must be pure: the same arguments give
     * equal parameters.
     */
    ConnectParameters connect(C config, Instant now);

    /**
     * A web address whose answer's {@code Date} header tells the platform's time. Core asks it when a login was refused,
     * to tell a wrong clock from wrong credentials. Default none: the platform's credentials hold no time.
     */
    default Optional<URI> timeReference(C config) {
        return Optional.empty();
    }

    /** The topics and payloads of one device. Implementations must return an immutable codec. */
    ThingCodec codec(C config);

    /** What the platform allows this device. */
    Quotas quotas(C config);

    /** What the platform offers at all. */
    Capabilities capabilities(C config);

    /** The numbers with which a device answers this platform; default as in HTTP. */
    default ReplyCodes replyCodes() {
        return ReplyCodes.HTTP_LIKE;
    }

    /**
     * What a CONNACK or DISCONNECT code means on this platform, where that says more than the standard. Implementations
     * must return empty for codes they have nothing to add to.
     *
     * @param code the code as received; 1 to 5 are MQTT 3.1.1, 128 and above MQTT 5, others the platform's own
     */
    default Optional<Failure> explainConnectCode(C config, int code) {
        return Optional.empty();
    }

    /**
     * What to do about a reply code of the platform, for the message of the exception.
     *
     * @return empty when nothing is known beyond the platform's own text
     */
    default Optional<String> explainReplyCode(int code) {
        return Optional.empty();
    }
}
