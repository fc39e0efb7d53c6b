package org.iotconnector.simulator.internal.adafruit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.IntStream;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest {
    private final Account account = new Accounts(
                    AdafruitSettings.builder()
                            .account("tester", "aio_test", AdafruitPlan.FREE)
                            .build(),
                    VirtualTime.startingAt(Instant.EPOCH).clock())
            .all()
            .get(0);

    @Test
    void createFeed_inDefaultGroup_hasBareKey() {
        Feed feed = account.createFeed(account.defaultGroup(), FeedFields.named("Garage Door"));

        assertThat(feed.key()).isEqualTo("garage-door");
        assertThat(account.place("garage-door")).map(FeedPlace::feed).contains(feed);
    }

    @Test
    void createFeed_inOtherGroup_hasKeyWithGroup() {
        Group house = account.createGroup("House", null, null);

        Feed feed = account.createFeed(house, FeedFields.named("Temp"));

        assertThat(feed.key()).isEqualTo("house.temp");
        assertThat(account.place("house.temp")).map(FeedPlace::feed).contains(feed);
        assertThat(account.place("temp")).isEmpty();
    }

    @Test
    void createFeed_eleventhOnFreePlan_isRefused() {
        IntStream.range(0, 10).forEach(i -> account.createFeed(account.defaultGroup(), FeedFields.named("Feed " + i)));

        assertThatThrownBy(() -> account.createFeed(account.defaultGroup(), FeedFields.named("One more")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("Validation failed: Feed limit of 10 reached");
    }

    @Test
    void createGroup_sixthOnFreePlan_isRefused() {
        IntStream.range(0, 5).forEach(i -> account.createGroup("Group " + i, null, null));

        assertThatThrownBy(() -> account.createGroup("One more", null, null))
                .hasMessageStartingWith("Validation failed: Group limit of 5 reached");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bad[Name | Name may contain only letters, digits, underscores, spaces, or dashes",
                "12345 | Name must contain at least one letter",
                "'' | Name can't be blank",
                "temp | Key has already been taken"
            })
    void createFeed_badName_isRefusedWithItsReason(String name, String reason) {
        account.createFeed(account.defaultGroup(), FeedFields.named("Temp"));

        assertThatThrownBy(() -> account.createFeed(account.defaultGroup(), FeedFields.named(name)))
                .hasMessage("Validation failed: " + reason);
    }

    @Test
    void changeFeed_nameAlone_keepsTheKey() {
        Feed feed = account.createFeed(account.defaultGroup(), FeedFields.named("Temp"));

        account.changeFeed(feed, FeedFields.named("Outdoor"));

        assertThat(feed.name()).isEqualTo("Outdoor");
        assertThat(feed.key()).isEqualTo("temp");
    }

    @Test
    void changeFeed_newKey_leavesTheOldOneSilent() {
        Feed feed = account.createFeed(account.defaultGroup(), FeedFields.named("Temp"));

        account.changeFeed(feed, new FeedFields(null, "outdoor", null, null, null, null, null, null, null));

        assertThat(account.place("temp")).isEmpty();
        assertThat(account.place("outdoor")).map(FeedPlace::feed).contains(feed);
    }

    @Test
    void deleteGroup_itsFeeds_goUnlessTheyAreInAnother() {
        Group house = account.createGroup("House", null, null);
        Feed lost = account.createFeed(house, FeedFields.named("Lost"));
        Feed shared = account.createFeed(house, FeedFields.named("Shared"));
        account.addToGroup(account.defaultGroup(), shared);

        account.deleteGroup(house);

        assertThat(account.feeds()).containsExactly(shared).doesNotContain(lost);
        assertThat(shared.key()).isEqualTo("shared");
    }

    @Test
    void deleteGroup_defaultOne_isRefused() {
        assertThatThrownBy(() -> account.deleteGroup(account.defaultGroup())).isInstanceOf(RefusedException.class);
    }

    @Test
    void removeFromGroup_outOfTheLast_goesBackToTheDefaultGroup() {
        Group house = account.createGroup("House", null, null);
        Feed feed = account.createFeed(house, FeedFields.named("Temp"));

        account.removeFromGroup(house, feed);

        assertThat(feed.key()).isEqualTo("temp");
        assertThat(house.feeds()).isEmpty();
    }

    @Test
    void mayRead_otherAccounts_publicOrSharedOnly() {
        Feed feed = account.createFeed(account.defaultGroup(), FeedFields.named("Temp"));
        assertThat(feed.mayRead("other")).isFalse();

        feed.access().share("other", false);

        assertThat(feed.mayRead("other")).isTrue();
        assertThat(feed.mayWrite("other")).isFalse();
        assertThat(feed.mayRead(null)).isFalse();

        feed.access().open(true);

        assertThat(feed.mayRead(null)).isTrue();
    }

    @Test
    void status_watchedFeed_isOnlineUntilItsTimeOfSilence() {
        Feed feed = account.createFeed(account.defaultGroup(), FeedFields.named("Temp"));
        account.store(account.defaultGroup(), feed, NewDatum.of("1"), StoredValues.Origin.REST);
        assertThat(feed.status(Instant.EPOCH)).isEqualTo("offline");

        account.changeFeed(feed, new FeedFields(null, null, null, null, null, null, null, true, 10));

        assertThat(feed.status(Instant.EPOCH)).isEqualTo("online");
        assertThat(feed.status(Instant.EPOCH.plusSeconds(600))).isEqualTo("offline");
    }

    @Test
    void id_firstFeedAndGroups_areNumberedApart() {
        Group house = account.createGroup("House", null, null);
        Feed feed = account.createFeed(house, FeedFields.named("Temp"));

        assertThat(account.defaultGroup().id()).isEqualTo(1);
        assertThat(house.id()).isEqualTo(2);
        assertThat(feed.id()).isEqualTo(101);
    }

    @Test
    void hasKey_afterReplacement_onlyTheNewOneFits() {
        account.replaceKey("aio_new");

        assertThat(account.hasKey("aio_new")).isTrue();
        assertThat(account.hasKey("aio_test")).isFalse();
    }
}
