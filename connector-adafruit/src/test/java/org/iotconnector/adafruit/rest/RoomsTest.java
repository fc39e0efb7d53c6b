package org.iotconnector.adafruit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.iotconnector.adafruit.AirQualityForecast;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations that the documented cases do not show: each is asked where the API has it. */
class RoomsTest {
    private RecordedRest recorded;
    private AdafruitRest rest;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedRest();
        rest = recorded.rest();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    private static Arguments call(String line, String body, Function<AdafruitRest, ApiCall<?>> call) {
        return Arguments.of(line, body, call);
    }

    static Stream<Arguments> operations() {
        PermissionApi.Model groups = PermissionApi.Model.GROUPS;
        return Stream.of(
                call("GET /tester/groups", "", rest -> rest.groups().list()),
                call("GET /tester/groups/house", "", rest -> rest.groups().get("house")),
                call(
                        "PATCH /tester/groups/house",
                        "{\"visibility\":\"public\"}",
                        rest -> rest.groups()
                                .update("house", GroupAttributes.none().visibility(Visibility.PUBLIC))),
                call("DELETE /tester/groups/house", "", rest -> rest.groups().delete("house")),
                call("GET /tester/groups/house/feeds", "", rest -> rest.groups().feeds("house")),
                call(
                        "POST /tester/groups/house/remove",
                        "{\"feed_key\":\"temp\"}",
                        rest -> rest.groups().removeFeed("house", "temp")),
                call("GET /tester/dashboards", "", rest -> rest.dashboards().list()),
                call("GET /tester/dashboards/d", "", rest -> rest.dashboards().get("d")),
                call(
                        "PATCH /tester/dashboards/d",
                        "{\"dashboard\":{\"show_header\":true,\"color_mode\":\"light\"}}",
                        rest -> rest.dashboards()
                                .update(
                                        "d",
                                        DashboardAttributes.none()
                                                .showHeader(true)
                                                .colorMode("light"))),
                call(
                        "DELETE /tester/dashboards/d",
                        "",
                        rest -> rest.dashboards().delete("d")),
                call(
                        "POST /tester/dashboards/d/update_layouts",
                        "{\"layouts\":{\"lg\":[{\"i\":\"77\",\"x\":0,\"y\":1,\"w\":4,\"h\":2}]}}",
                        rest -> rest.dashboards()
                                .updateLayouts("d", Map.of(LayoutSize.LG, List.of(new BlockPlace("77", 0, 1, 4, 2))))),
                call(
                        "GET /tester/dashboards/d/blocks",
                        "",
                        rest -> rest.blocks("d").list()),
                call(
                        "GET /tester/dashboards/d/blocks/77",
                        "",
                        rest -> rest.blocks("d").get("77")),
                call(
                        "PATCH /tester/dashboards/d/blocks/77",
                        "{\"block\":{\"block_feeds\":[{\"feed_id\":\"a\"},{\"feed_id\":\"house.b\"}]}}",
                        rest -> rest.blocks("d")
                                .update("77", BlockAttributes.none().feed("a").feed("house.b"))),
                call(
                        "GET /tester/groups/house/acl",
                        "",
                        rest -> rest.permissions(groups, "house").list()),
                call(
                        "POST /tester/groups/house/acl",
                        "{\"scope\":\"user\",\"mode\":\"rw\",\"scope_value\":\"friend\"}",
                        rest -> rest.permissions(groups, "house").shareWith("friend", Permission.Mode.READ_WRITE)),
                call(
                        "GET /tester/groups/house/acl/1",
                        "",
                        rest -> rest.permissions(groups, "house").get("1")),
                call(
                        "PATCH /tester/groups/house/acl/1",
                        "{\"mode\":\"w\"}",
                        rest -> rest.permissions(groups, "house").update("1", Permission.Mode.WRITE)),
                call(
                        "DELETE /tester/groups/house/acl/1",
                        "",
                        rest -> rest.permissions(groups, "house").delete("1")),
                call("GET /tester/actions", "", rest -> rest.actions().list()),
                call(
                        "POST /tester/actions",
                        "{\"trigger\":{\"operator\":\"gt\"}}",
                        rest -> rest.actions().create(Values.of("operator", "gt"))),
                call("GET /tester/actions/1", "", rest -> rest.actions().get("1")),
                call(
                        "PUT /tester/actions/1",
                        "{\"trigger\":{\"enabled\":false}}",
                        rest -> rest.actions().update("1", Values.of("enabled", false))),
                call(
                        "PATCH /tester/triggers/1",
                        "{\"trigger\":{\"enabled\":false}}",
                        rest -> rest.triggers().update("1", Values.of("enabled", false))),
                call("DELETE /tester/triggers/1", "", rest -> rest.triggers().delete("1")),
                call("GET /tester/tokens", "", rest -> rest.tokens().list()),
                call(
                        "POST /tester/tokens",
                        "{\"token\":\"t\"}",
                        rest -> rest.tokens().create("t")),
                call("GET /tester/tokens/1", "", rest -> rest.tokens().get("1")),
                call(
                        "PATCH /tester/tokens/1",
                        "{\"token\":\"u\"}",
                        rest -> rest.tokens().update("1", "u")),
                call("DELETE /tester/tokens/1", "", rest -> rest.tokens().delete("1")),
                call("GET /tester/activities", "", rest -> rest.activities().list()),
                call(
                        "GET /tester/activities/feed",
                        "",
                        rest -> rest.activities().list("feed")),
                call("DELETE /tester/activities", "", rest -> rest.activities().deleteAll()),
                call(
                        "GET /tester/feeds/temp/data/previous",
                        "",
                        rest -> rest.data("temp").previous()),
                call(
                        "GET /tester/feeds/temp/data/next",
                        "",
                        rest -> rest.data("temp").next()),
                call(
                        "GET /tester/groups/house/feeds/temp/data",
                        "",
                        rest -> rest.data("house", "temp").list().firstPage()),
                call(
                        "POST /tester/groups/house/feeds/temp/data/batch",
                        "{\"data\":[{\"value\":1}]}",
                        rest -> rest.data("house", "temp").batch(List.of(NewDatum.of(1)))),
                call(
                        "GET /tester/feeds/house.temp/data/last",
                        "",
                        rest -> rest.data("house", "temp").last()),
                call(
                        "GET /tester/integrations/time/struct.json",
                        "",
                        rest -> rest.integrations().time().struct()),
                call(
                        "GET /tester/integrations/weather",
                        "",
                        rest -> rest.integrations().weather().list()),
                call(
                        "POST /tester/integrations/weather",
                        "{\"location\":\"52.5,13.25\",\"name\":\"Home\"}",
                        rest -> rest.integrations().weather().create(FeedLocation.of(52.5, 13.25), "Home")),
                call(
                        "DELETE /tester/integrations/weather/3",
                        "",
                        rest -> rest.integrations().weather().delete("3")),
                call(
                        "GET /tester/integrations/air_quality",
                        "",
                        rest -> rest.integrations().airQuality().list()),
                call(
                        "GET /tester/integrations/air_quality/3/forecast_today",
                        "",
                        rest -> rest.integrations().airQuality().get("3", AirQualityForecast.TODAY)),
                call(
                        "POST /tester/integrations/air_quality",
                        "{\"location\":\"52.5,13.25\",\"name\":\"Home\",\"provider\":\"open_meteo\"}",
                        rest -> rest.integrations()
                                .airQuality()
                                .create(FeedLocation.of(52.5, 13.25), "Home", AirQualityApi.Provider.OPEN_METEO)),
                call(
                        "GET /tester/integrations/words",
                        "",
                        rest -> rest.integrations().words().list()),
                call(
                        "GET /tester/integrations/words/9",
                        "",
                        rest -> rest.integrations().words().get("9")),
                call(
                        "GET /other/feeds/temp",
                        "",
                        rest -> rest.of("other").feeds().get("temp")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void operation_ofTheApi_isAskedWhereItIs(String line, String body, Function<AdafruitRest, ApiCall<?>> operation) {
        recorded.answers("{}");

        Object unused = operation.apply(rest).execute();

        RecordedRequest request = recorded.received();
        assertThat(request.getMethod() + " " + request.getUrl().encodedPath())
                .isEqualTo(line.replaceFirst(" ", " /api/v2"));
        assertThat(request.getHeaders().get("X-AIO-Key")).isEqualTo(RecordedRest.KEY);
        String sent = request.getBody() == null ? "" : request.getBody().utf8();
        assertThat(sent).isEqualTo(body);
    }
}
