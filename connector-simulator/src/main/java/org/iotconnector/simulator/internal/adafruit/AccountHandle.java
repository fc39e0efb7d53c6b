package org.iotconnector.simulator.internal.adafruit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.iotconnector.simulator.adafruit.AdafruitAccount;
import org.iotconnector.simulator.adafruit.AdafruitBan;
import org.iotconnector.simulator.adafruit.AdafruitFeed;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.adafruit.AdafruitRefusal;
import org.iotconnector.simulator.adafruit.AdafruitThrottle;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedFields;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.iotconnector.simulator.internal.adafruit.store.RefusedException;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;

/** One account for tests, on any thread. */
final class AccountHandle implements AdafruitAccount {
    private final AdafruitPlatform platform;
    private final Account account;

    AccountHandle(AdafruitPlatform platform, Account account) {
        this.platform = platform;
        this.account = account;
    }

    @Override
    public String username() {
        return account.username();
    }

    @Override
    public String displayName() {
        return read(Account::displayName);
    }

    @Override
    public void displayName(String name) {
        change(() -> account.displayName(name));
    }

    @Override
    public AdafruitPlan plan() {
        return read(Account::plan);
    }

    @Override
    public void plan(AdafruitPlan plan) {
        change(() -> account.replacePlan(plan));
    }

    @Override
    public void key(String newKey) {
        change(() -> account.replaceKey(newKey));
    }

    @Override
    public List<String> feedKeys() {
        return read(found -> found.feeds().stream().map(Feed::key).toList());
    }

    @Override
    public AdafruitFeed feed(String key) {
        return find(key)
                .orElseThrow(() -> new UnknownDeviceException("Account [" + username() + "] has no feed [" + key
                        + "]; feeds: " + String.join(", ", feedKeys()) + "."));
    }

    private Optional<AdafruitFeed> find(String key) {
        return read(found -> found.place(key).map(place -> new FeedHandle(platform, place)));
    }

    @Override
    public AdafruitFeed createFeed(String group, String name) {
        return accepted(() -> {
            Group home = account.group(group)
                    .orElseThrow(() -> new UnknownDeviceException(
                            "Account [" + username() + "] has no group [" + group + "]; make it first."));
            return new FeedHandle(platform, new FeedPlace(home, account.createFeed(home, FeedFields.named(name))));
        });
    }

    @Override
    public String createGroup(String name) {
        return accepted(() -> account.createGroup(name, null, null).key());
    }

    @Override
    public AdafruitFeed awaitFeed(String key, Duration timeout) {
        platform.await("feed [" + username() + "/" + key + "]", () -> find(key).isPresent(), timeout);
        return feed(key);
    }

    @Override
    public int activeDataRate() {
        return read(found -> found.limits().activeDataRate());
    }

    @Override
    public List<AdafruitThrottle> throttles() {
        return read(found -> found.limits().throttles());
    }

    @Override
    public List<AdafruitBan> bans() {
        return read(found -> found.limits().bans());
    }

    @Override
    public boolean isBanned() {
        return read(found -> found.limits().isBanned());
    }

    @Override
    public void ban() {
        change(() -> account.limits().ban("a test asked for it"));
    }

    @Override
    public boolean isOnline() {
        return platform.isOnline(username());
    }

    @Override
    public void send(String topic, String payload) {
        platform.send(account, topic, payload);
    }

    @Override
    public Optional<AdafruitRefusal> lastRefusal() {
        return platform.refusals().stream()
                .filter(refusal -> refusal.username().equals(username()))
                .reduce((first, second) -> second);
    }

    @Override
    public void pushWeather(String id, String type, String json) {
        platform.push(account, "integration/weather/" + id + "/" + type, json);
    }

    @Override
    public void pushAirQuality(String id, String type, String json) {
        platform.push(account, "integration/air_quality/" + id + "/" + type, json);
    }

    @Override
    public void pushWords(String id, String value) {
        platform.push(account, "integration/words/" + id, value);
        platform.push(account, "integrations/words/" + id, value);
    }

    private <T> T read(Function<Account, T> part) {
        return platform.onLoop(() -> part.apply(account));
    }

    private void change(Runnable change) {
        platform.onLoop(() -> {
            change.run();
            return account;
        });
    }

    private <T> T accepted(Supplier<T> task) {
        try {
            return platform.onLoop(task);
        } catch (RefusedException refused) {
            throw new IllegalArgumentException(refused.text(), refused);
        }
    }
}
