package org.iotconnector.simulator.internal.easyiot.store;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.iotconnector.simulator.easyiot.EasyIotMessage;
import org.iotconnector.simulator.easyiot.EasyIotSettings;

/** All accounts, and the storage they share. */
public final class Site {
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final EasyIotSettings settings;
    private final Clock clock;
    private final RandomWords words;
    private long lastId;

    /** Begins with the accounts of the settings. */
    public Site(EasyIotSettings settings, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.words = new RandomWords(random);
        for (EasyIotSettings.Account configured : settings.accounts()) {
            Account account = new Account(configured.iotId(), configured.password());
            configured.devices().forEach(account::add);
            accounts.put(account.iotId(), account);
        }
    }

    /** In the order of the settings. */
    public List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /** The account of this name. */
    public Optional<Account> account(String iotId) {
        return Optional.ofNullable(accounts.get(iotId));
    }

    /** The device of this topic, of whatever account. */
    public Optional<Device> device(String topic) {
        return accounts.values().stream()
                .flatMap(account -> account.device(topic).stream())
                .findFirst();
    }

    /** Makes a device with a topic nobody has. */
    public Device createDevice(Account account, String name) {
        String topic = words.next();
        while (device(topic).isPresent()) {
            topic = words.next();
        }
        return account.add(topic, name);
    }

    /** Makes another password. */
    public String regeneratePassword(Account account) {
        account.replacePassword(words.next());
        return account.password();
    }

    /** Stores a message, unless the device or its account is full. */
    public void store(Device device, String text) {
        boolean full = device.stored() >= settings.storedPerDevice()
                || device.account().stored() >= settings.storedPerAccount();
        if (!full) {
            device.add(new EasyIotMessage(++lastId, clock.instant(), text));
        }
    }
}
