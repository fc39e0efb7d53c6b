package org.iotconnector.simulator.internal.adafruit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/** Weather, air quality and random words: what a test sets goes out at once and every minute. */
public final class Services {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private record Entry(Account account, String path) {}

    private final Map<Entry, String> entries = new LinkedHashMap<>();
    private final Clients clients;
    private final SimulatorLoop loop;

    Services(Clients clients, SimulatorLoop loop) {
        this.clients = clients;
        this.loop = loop;
    }

    /**
     * Sets what a service tells.
     *
     * @param path the topic after the account's name
     */
    void push(Account account, String path, String text) {
        if (entries.isEmpty()) {
            loop.schedule(INTERVAL, this::tick);
        }
        Entry entry = new Entry(account, path);
        entries.put(entry, text);
        tell(entry, text);
    }

    /**
     * What services tell, by the rest of the path.
     *
     * @param prefix how the topic begins after the account's name
     */
    public Map<String, String> told(Account account, String prefix) {
        Map<String, String> told = new LinkedHashMap<>();
        entries.forEach((entry, text) -> {
            if (entry.account() == account && entry.path().startsWith(prefix)) {
                told.put(entry.path().substring(prefix.length()), text);
            }
        });
        return told;
    }

    private void tick() {
        entries.forEach(this::tell);
        loop.schedule(INTERVAL, this::tick);
    }

    private void tell(Entry entry, String text) {
        clients.deliver(
                login -> login.account() == entry.account(), entry.account().username() + "/" + entry.path(), text);
    }
}
