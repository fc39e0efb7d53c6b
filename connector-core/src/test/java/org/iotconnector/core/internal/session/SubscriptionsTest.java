package org.iotconnector.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final TopicFilter UNASKED = TopicFilter.of("$creq/+");
    private static final TopicName COMMAND = TopicName.of("$creq/1");

    private final Subscriptions subscriptions = new Subscriptions();
    private final Receiver lamp = (message, done) -> done.run();
    private final Receiver other = (message, done) -> done.run();

    @Test
    void listen_toAFilter_findsTheReceiverAndAsksForNothing() {
        subscriptions.listen(UNASKED, lamp);

        assertThat(subscriptions.receivers(COMMAND)).containsExactly(lamp);
        assertThat(subscriptions.ask(8, true)).isEmpty();
        assertThat(subscriptions.firstMissing()).isEmpty();
    }

    @Test
    void listen_besideSubscriptions_leavesThemAlone() {
        Subscription wanted = Subscription.atLeastOnce("a");
        subscriptions.add(wanted, lamp);

        subscriptions.listen(UNASKED, lamp);

        assertThat(subscriptions.ask(8, false)).containsExactly(List.of(wanted));
    }

    @Test
    void ignore_afterListen_takesBackThisReceiverOnly() {
        subscriptions.listen(UNASKED, lamp);
        subscriptions.listen(UNASKED, other);

        subscriptions.ignore(UNASKED, lamp);

        assertThat(subscriptions.receivers(COMMAND)).containsExactly(other);
    }

    @Test
    void receivers_ofASharedFilter_areFoundByTheNameBehindTheGroup() {
        subscriptions.add(Subscription.atLeastOnce("$share/workers/jobs/+"), lamp);

        assertThat(subscriptions.receivers(TopicName.of("jobs/1"))).containsExactly(lamp);
    }

    @Test
    void remove_ofASharedFilter_leavesThePlainOneOfTheSameReceiver() {
        subscriptions.add(Subscription.atLeastOnce("$share/workers/jobs/+"), lamp);
        subscriptions.add(Subscription.atLeastOnce("jobs/+"), lamp);

        boolean gone = subscriptions.remove(TopicFilter.of("$share/workers/jobs/+"), lamp);

        assertThat(gone).isTrue();
        assertThat(subscriptions.receivers(TopicName.of("jobs/1"))).containsExactly(lamp);
    }

    @Test
    void remove_ofTheOtherReceiversFilter_changesNothing() {
        subscriptions.add(Subscription.atLeastOnce("a"), lamp);

        boolean gone = subscriptions.remove(TopicFilter.of("a"), other);

        assertThat(gone).isFalse();
        assertThat(subscriptions.receivers(TopicName.of("a"))).containsExactly(lamp);
    }
}
