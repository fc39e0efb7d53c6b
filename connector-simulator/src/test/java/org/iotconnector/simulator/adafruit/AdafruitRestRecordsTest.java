package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.AdafruitCaller;
import org.iotconnector.simulator.testing.AdafruitCaller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds, groups, dashboards and the other records over HTTP beyond the published cases. */
class AdafruitRestRecordsTest {
    private final AdafruitBench bench = new AdafruitBench();
    private final AdafruitCaller api = AdafruitCaller.of(bench);

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void createFeed_membersOfThePythonModel_areTaken() {
        Answer answer = api.post(
                "/feeds/",
                "{'feed':{'name':'Lamp','key':null,'description':null,'unit_type':null,'unit_symbol':null,"
                        + "'history':'ON','visibility':'Private','license':null,'status_notify':'OFF','status_timeout':'5'}}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.object())
                .containsEntry("history", true)
                .containsEntry("status_notify", false)
                .containsEntry("status_timeout", 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':'Lamp'}", "{'name':''}", "{'name':'7'}", "{'name':'New','visibility':'secret'}"})
    void createFeed_badOrTaken_is422(String json) {
        bench.account().createFeed("default", "Lamp");

        Answer answer = api.post("/feeds", json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error()).startsWith("Validation failed: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/lamp", "/feeds/101", "/feeds/Lamp", "/groups/default/feeds/lamp/data"})
    void feed_byKeyIdOrName_isFound(String path) {
        bench.account().createFeed("default", "Lamp");

        assertThat(api.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/a%20b", "/feed/lamp", "/feeds/a.b.c", "/feeds/lamp/data/last/more"})
    void path_thatNoRouteMatches_saysSo(String path) {
        assertThat(api.get(path).error()).contains("invalid URL");
    }

    @Test
    void changeFeed_madePublic_isReadableWithoutAKey() {
        bench.account().createFeed("default", "Lamp");

        Answer answer = api.json("PUT", "/feeds/lamp", "{'feed':{'visibility':'Public','history':'OFF'}}");

        assertThat(answer.object()).containsEntry("visibility", "public").containsEntry("history", false);
        assertThat(new AdafruitCaller(bench.platform().httpUri(), null)
                        .get("/feeds/lamp")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deleteGroup_withFeeds_takesThemWithIt() {
        bench.account().createGroup("House");
        bench.account().createFeed("house", "Temp");

        Answer answer = api.delete("/groups/house");

        assertThat(answer.object()).containsEntry("key", "house");
        assertThat(bench.account().feedKeys()).isEmpty();
        assertThat(api.delete("/groups/default").status()).isEqualTo(422);
    }

    @Test
    void groupMembers_addedAndRemoved_areInTheRecord() {
        bench.account().createGroup("House");
        bench.account().createFeed("default", "Temp");

        List<?> added =
                (List<?>) api.body("POST", "/groups/house/add", "application/x-www-form-urlencoded", "feed_key=temp")
                        .object()
                        .get("feeds");
        List<?> removed = (List<?>)
                api.post("/groups/house/remove?feed_key=temp", "{}").object().get("feeds");

        assertThat(added).hasSize(1);
        assertThat(removed).isEmpty();
    }

    @Test
    void groups_moreThanThePlanAllows_are422() {
        IntStream.range(0, 5).forEach(i -> bench.account().createGroup("G" + i));

        assertThat(api.post("/groups", "{'name':'Sixth'}").status()).isEqualTo(422);
        bench.account().plan(AdafruitPlan.PLUS);
        assertThat(api.post("/groups", "{'name':'Sixth'}").status()).isEqualTo(201);
    }

    @Test
    void dashboard_blocksAndLayouts_areThereTogether() {
        bench.account().createFeed("default", "Temp");
        api.post("/dashboards", "{'name':'Anns Flat'}");
        String first =
                String.valueOf(block("'block_feeds':[{'feed_id':'temp'}]").get("id"));
        String second = String.valueOf(block("'column':0,'row':4").get("id"));

        Answer updated = api.post(
                "/dashboards/anns-flat/update_layouts",
                "{'layouts':{'lg':[{'i':'" + first + "','x':4,'y':0,'w':4,'h':3}]}}");

        assertThat(updated.status()).as(updated.text()).isEqualTo(200);
        Map<String, ?> layouts = Json.object(
                        api.get("/dashboards/anns-flat").object().get("layouts"))
                .orElseThrow();
        assertThat(layouts.get("lg"))
                .isEqualTo(List.of(
                        Map.of("i", first, "x", 4, "y", 0, "w", 4, "h", 3),
                        Map.of("i", second, "x", 0, "y", 0, "w", 2, "h", 2)));
        assertThat(layouts.keySet()).containsExactlyInAnyOrder("xl", "lg", "md", "sm", "xs");
        assertThat(api.get("/dashboards").list().get(0)).doesNotContainKey("layouts");
    }

    private Map<String, ?> block(String members) {
        return api.post("/dashboards/anns-flat/blocks", "{'visual_type':'gauge'," + members + "}")
                .object();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':'Two'}", "{'name':''}", "{'name':'New','color_mode':'pink'}"})
    void createDashboard_badOrTaken_is422(String json) {
        api.post("/dashboards", "{'name':'Two'}");

        assertThat(api.post("/dashboards", json).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'layouts':{'huge':[]}}",
                "{'layouts':{'lg':[{'i':'9','x':0,'y':0,'w':2,'h':2}]}}",
                "{'layouts':7}"
            })
    void updateLayouts_bad_is422(String json) {
        api.post("/dashboards", "{'name':'Two'}");

        assertThat(api.post("/dashboards/two/update_layouts", json).status()).isEqualTo(422);
    }

    @Test
    void block_feedDeletedLater_isGoneFromIt() {
        bench.account().createFeed("default", "Temp");
        api.post("/dashboards", "{'name':'Anns Flat'}");
        block("'block_feeds':[{'feed_id':'temp','group_id':'default'}]");

        api.delete("/feeds/temp");

        assertThat(api.get("/dashboards/anns-flat/blocks").list().get(0)).containsEntry("block_feeds", List.of());
    }

    @Test
    void block_withoutTypeOrWithUnknownFeed_is422() {
        api.post("/dashboards", "{'name':'D'}");

        assertThat(api.post("/dashboards/d/blocks", "{'name':'x'}").status()).isEqualTo(422);
        assertThat(api.post("/dashboards/d/blocks", "{'visual_type':'gauge','block_feeds':[{'feed_id':'no'}]}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void permission_forAUser_holdsUntilItIsDeleted() {
        bench.account().createFeed("default", "Temp").put("5");
        AdafruitCaller other = new AdafruitCaller(bench.platform().httpUri(), "aio_other");

        Object id = api.post("/feeds/temp/acl", "{'scope':'user','scope_value':'other','mode':'rw'}")
                .object()
                .get("id");

        assertThat(other.post("/feeds/temp/data", "{'value':1}").status()).isEqualTo(200);
        assertThat(api.get("/feeds/temp/acl").list()).hasSize(1);
        api.delete("/feeds/temp/acl/" + id);
        assertThat(other.get("/feeds/temp/data").status()).isEqualTo(401);
    }

    @Test
    void permission_badScope_is422() {
        bench.account().createFeed("default", "Temp");

        assertThat(api.post("/feeds/temp/acl", "{'scope':'world'}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "/tokens, {'token':'abc'}, key, abc",
        "/actions, {'trigger':{'feed_id':1;'value':'50'}}, value, 50",
        "/triggers, {'value':'50'}, value, 50"
    })
    void record_madeChangedDeleted_isKeptInBetween(String path, String json, String member, String value) {
        Map<String, ?> made = api.post(path, json.replace(';', ',')).object();

        assertThat(made).hasEntrySatisfying(member, kept -> assertThat(kept).isEqualTo(value));
        String one = path + "/" + made.get("id");
        assertThat(api.json("PATCH", one, "{'status':'paused','description':'changed'}")
                        .status())
                .isEqualTo(200);
        assertThat(api.get(path).list()).hasSize(1);
        assertThat(api.delete(one).status()).isEqualTo(200);
        assertThat(api.get(one).status()).isEqualTo(404);
    }

    @Test
    void activities_ofChanges_areListedNewestFirst() {
        api.post("/feeds", "{'name':'Temp'}");
        api.delete("/feeds/temp");
        api.post("/groups", "{'name':'House'}");

        assertThat(api.get("/activities").list())
                .extracting(activity -> activity.get("action") + " " + activity.get("model"))
                .containsExactly("create Group", "destroy Feed", "create Feed");
        assertThat(api.get("/activities/feed?limit=1").list())
                .extracting(activity -> activity.get("action"))
                .containsExactly("destroy");
        api.delete("/activities");
        assertThat(api.get("/activities").list()).isEmpty();
    }

    @Test
    void throttle_whileBanned_tellsTheBan() {
        bench.account().ban();

        assertThat(api.get("/throttle").object())
                .containsEntry("hourly_ban_rate", 1)
                .containsEntry(
                        "mqtt_ban_error_message", "enforcement limit reached, your account is banned for 30 seconds");
        bench.account().createFeed("default", "Temp");
        assertThat(api.post("/feeds/temp/data", "{'value':1}").status()).isEqualTo(429);
    }

    @Test
    void key_ofAnotherAccount_opensNothingHere() {
        assertThat(new AdafruitCaller(bench.platform().httpUri(), "aio_other")
                        .get("/feeds")
                        .status())
                .isEqualTo(401);
        assertThat(new AdafruitCaller(bench.platform().httpUri(), null)
                        .get("/feeds")
                        .error())
                .isEqualTo("request failed - invalid API key provided");
    }

    @Test
    void key_replaced_onlyTheNewOneOpens() {
        bench.account().key("aio_new");

        assertThat(api.get("/feeds").status()).isEqualTo(401);
        assertThat(new AdafruitCaller(bench.platform().httpUri(), "aio_new")
                        .get("/feeds")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void editsCount_feedMade_costsOne() {
        try (AdafruitBench strict = new AdafruitBench(settings -> settings.rule(AdafruitRule.EDITS_COUNT, true))) {
            AdafruitCaller.of(strict).post("/feeds", "{'name':'Temp'}");

            assertThat(strict.account().activeDataRate()).isEqualTo(1);
        }
    }
}
