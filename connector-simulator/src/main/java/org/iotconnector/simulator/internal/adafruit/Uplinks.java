package org.iotconnector.simulator.internal.adafruit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.adafruit.AdafruitRule;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Datum;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.Limits;
import org.iotconnector.simulator.internal.adafruit.store.Location;
import org.iotconnector.simulator.internal.adafruit.store.RefusedException;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.PublishVerdict;

/** PUBLISH from clients: refused, throttled, stored, or answered when it is {@code /get}. */
final class Uplinks {
    private static final String PUBLISH = "PUBLISH";
    /** MQTT 5 code "QoS not supported"; clients of 3.1.1 are cut without a word. */
    private static final int QOS_NOT_SUPPORTED = 0x9B;

    private final AdafruitSettings settings;
    private final Intake intake;
    private final Clients clients;
    private final Delivery delivery;
    private final Refusals refusals;
    private Runnable effect = () -> {};

    Uplinks(AdafruitSettings settings, Intake intake, Clients clients, Delivery delivery, Refusals refusals) {
        this.settings = settings;
        this.intake = intake;
        this.clients = clients;
        this.delivery = delivery;
        this.refusals = refusals;
    }

    /** Decides; what follows from a good message waits for {@link #handle}, since PUBACK goes first. */
    PublishVerdict judge(AdafruitLogin login, Message message) {
        effect = () -> {};
        if (message.qos() == 2 && settings.has(AdafruitRule.QOS2_CLOSES)) {
            return PublishVerdict.close(Disposition.REFUSED_QOS, QOS_NOT_SUPPORTED);
        }
        if (login.account().limits().isBanned()) {
            // Not counted as refused, or a busy account would never come out of its bans.
            tell(login, message.topic(), Texts.BANNED, true);
            return refusal(Disposition.DROPPED_RATE_LIMIT);
        }
        try {
            return judgeTopic(login, message);
        } catch (RefusedException refused) {
            return refuse(login, message.topic(), refused.text(), false, Disposition.DROPPED_ILLEGAL_DATA);
        } catch (MalformedPayloadException malformed) {
            return refuse(login, message.topic(), malformed.text(), false, Disposition.DROPPED_ILLEGAL_DATA);
        } catch (ForbiddenTopicException forbidden) {
            return refuse(login, message.topic(), forbidden.text(), true, Disposition.DROPPED_FOREIGN_TOPIC);
        }
    }

    /** A topic name that MQTT does not allow is refused like one that the platform does not have. */
    PublishVerdict judgeMalformed(AdafruitLogin login, Message message) {
        return refuse(login, message.topic(), Texts.NOT_SHARED, true, Disposition.DROPPED_FOREIGN_TOPIC);
    }

    /** Does what {@link #judge} decided. */
    void handle() {
        Runnable todo = effect;
        effect = () -> {};
        todo.run();
    }

    private PublishVerdict judgeTopic(AdafruitLogin login, Message message) {
        Optional<DataTopic> found = DataTopic.of(message.topic());
        if (found.isEmpty()) {
            boolean own = message.topic().startsWith(login.username() + "/");
            throw new ForbiddenTopicException(own ? Texts.NO_TOPIC : Texts.NOT_SHARED);
        }
        DataTopic topic = found.get();
        if (topic.get()) {
            if (settings.has(AdafruitRule.GET_COUNTS) && !takeData(login, message.topic(), 1)) {
                return refusal(Disposition.DROPPED_RATE_LIMIT);
            }
            effect = () -> answer(login, topic, DataTopic.withoutGet(message.topic()));
            return PublishVerdict.consume();
        }
        Intake.Wish wish = intake.read(login, topic, message);
        if (!takeData(login, message.topic(), wish.values().size())) {
            return refusal(Disposition.DROPPED_RATE_LIMIT);
        }
        effect = () -> intake.store(wish);
        return PublishVerdict.consume();
    }

    private void answer(AdafruitLogin login, DataTopic topic, String subscribed) {
        if (topic.group()) {
            intake.readableGroup(login, topic).ifPresent(group -> {
                Map<String, String> values = new LinkedHashMap<>();
                for (Feed feed : group.feeds()) {
                    feed.lastValue().ifPresent(value -> values.put(feed.bareKey(), value));
                }
                if (!values.isEmpty()) {
                    clients.deliver(login, subscribed, Messages.group(topic.format(), values, Location.NONE));
                }
            });
        } else {
            intake.readable(login, topic).ifPresent(place -> {
                Optional<Datum> last = place.feed().data().last();
                last.ifPresent(datum -> clients.deliver(
                        login, subscribed, Messages.feed(topic.format(), place.feed(), place.key(), datum)));
            });
        }
    }

    private boolean takeData(AdafruitLogin login, String topic, int points) {
        Limits limits = login.account().limits();
        boolean taken = limits.takeData(points).isEmpty();
        if (!taken) {
            refusals.add(login.username(), login.clientId(), PUBLISH, topic, "over the data rate");
        }
        return taken;
    }

    private PublishVerdict refuse(
            AdafruitLogin login, String topic, String text, boolean aboutTopic, Disposition disposition) {
        tell(login, topic, text, aboutTopic);
        login.account().limits().failedPublish();
        return refusal(disposition);
    }

    private void tell(AdafruitLogin login, String topic, String text, boolean aboutTopic) {
        refusals.add(login.username(), login.clientId(), PUBLISH, topic, text);
        Account account = login.account();
        delivery.refused(account, aboutTopic ? login.action(PUBLISH, topic) + " " + text : text);
    }

    private PublishVerdict refusal(Disposition disposition) {
        return settings.has(AdafruitRule.ACKNOWLEDGE_REFUSED)
                ? PublishVerdict.drop(disposition)
                : PublishVerdict.ignore(disposition);
    }
}
