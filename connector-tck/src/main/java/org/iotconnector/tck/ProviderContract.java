package org.iotconnector.tck;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.Connector;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every provider owes its users, as tests. Extend it, override the abstract methods, and every test is inherited:
 *
 * <pre>{@code
 * class AliyunContractTest extends ProviderContract<AliyunConfig> {
 *     AliyunContractTest() { super(new AliyunProvider()); }
 *     protected Map<String, String> identity() { return Map.of("productKey", …, "deviceSecret", …); }
 *     protected ContractPlatform startPlatform() { return new AliyunContractPlatform(); }
 *     protected Values report(int number) { return Values.of("CurrentLedADC", number); }
 *     protected Values set() { return Values.of("LightSwitch", true); }
 * }
 * }</pre>
 *
 * <p>Each test has a platform and a connector of its own.
 *
 * @param <C> the platform's configuration type
 */
public abstract class ProviderContract<C extends DeviceConfig<C>> {
    /** Short times, so that the tests do not wait; every provider lists these settings after its own. */
    private static final Map<String, String> QUICK = Map.of(
            "connectTimeout", "3s",
            "replyTimeout", "1s",
            "closeTimeout", "1s",
            "reconnectDelay", "20ms",
            "reconnectMaxDelay", "100ms");

    private final Provider<C> provider;

    /** A contract for {@code provider}. */
    protected ProviderContract(Provider<C> provider) {
        this.provider = provider;
    }

    /** The provider's own settings for one valid device, secrets included, by key; without {@code endpoint}. */
    protected abstract Map<String, String> identity();

    /** Starts a platform that knows the device of {@link #identity} and has heard nothing from it. */
    protected abstract ContractPlatform startPlatform();

    /** A report that the platform takes; {@code number}, 0 to 100, makes each different. */
    protected abstract Values report(int number);

    /** A property set that the platform can send. */
    protected abstract Values set();

    /** A service that takes no input, for platforms that have services; default none. */
    protected Optional<String> service() {
        return Optional.empty();
    }

    /** The code of the platform's answer to a report that is right; default 200. */
    protected int repliedCode() {
        return 200;
    }

    /** The code with which the platform refuses a wrong password; default 4, MQTT 3.1.1 section 3.2.2.3. */
    protected int refusedCode() {
        return 4;
    }

    /** Changes to {@link #identity} that break several rules at once; default none, and that test is left out. */
    protected Map<String, String> brokenSettings() {
        return Map.of();
    }

    /** The connector that the tests use; default one with every default. */
    protected Connector connector() {
        return Connector.create();
    }

    /** Captures logs; default from Logback, which is then needed at test scope. */
    protected LogCapture captureLogs() {
        return LogbackCapture.open();
    }

    final Provider<C> provider() {
        return provider;
    }

    final C configure() {
        return configure(Map.of());
    }

    final C configure(Map<String, String> more) {
        return provider.configure(settings(more));
    }

    final Settings settings(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(QUICK);
        all.putAll(identity());
        all.putAll(more);
        return Settings.builder(provider.settings())
                .read(SettingSource.options(all))
                .check(provider::check)
                .build();
    }

    final Instant now() {
        return Instant.ofEpochMilli(1_700_000_000_000L);
    }

    @Nested
    @DisplayName("Settings")
    class SettingsContract extends SettingsRules<C> {
        SettingsContract() {
            super(ProviderContract.this);
        }
    }

    @Nested
    @DisplayName("Pure functions")
    class PureContract extends PureRules<C> {
        PureContract() {
            super(ProviderContract.this);
        }
    }

    @Nested
    @DisplayName("Decoding")
    class DecodingContract extends DecodingRules<C> {
        DecodingContract() {
            super(ProviderContract.this);
        }
    }

    @Nested
    @DisplayName("Reports")
    class ReportContract extends ReportRules<C> {
        ReportContract() {
            super(ProviderContract.this);
        }
    }

    @Nested
    @DisplayName("Commands")
    class CommandContract extends CommandRules<C> {
        CommandContract() {
            super(ProviderContract.this);
        }
    }

    @Nested
    @DisplayName("Connections")
    class ConnectionContract extends ConnectionRules<C> {
        ConnectionContract() {
            super(ProviderContract.this);
        }
    }

    @Nested
    @DisplayName("Closing")
    class ClosingContract extends ClosingRules<C> {
        ClosingContract() {
            super(ProviderContract.this);
        }
    }

    @Nested
    @DisplayName("Secrecy")
    class SecrecyContract extends SecrecyRules<C> {
        SecrecyContract() {
            super(ProviderContract.this);
        }
    }
}
