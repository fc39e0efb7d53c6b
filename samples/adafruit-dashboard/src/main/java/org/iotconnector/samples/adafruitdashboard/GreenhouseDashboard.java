package org.iotconnector.samples.adafruitdashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iotconnector.adafruit.rest.AdafruitRest;
import org.iotconnector.adafruit.rest.Block;
import org.iotconnector.adafruit.rest.BlockAttributes;
import org.iotconnector.adafruit.rest.BlockPlace;
import org.iotconnector.adafruit.rest.DashboardAttributes;
import org.iotconnector.adafruit.rest.FeedAttributes;
import org.iotconnector.adafruit.rest.GroupAttributes;
import org.iotconnector.adafruit.rest.LayoutSize;
import org.iotconnector.adafruit.rest.VisualType;

/** Group, feeds and dashboard of the greenhouse, made through the REST API where they are missing. */
final class GreenhouseDashboard {
    private static final List<String> FEEDS = List.of("temperature", "humidity", "light", "dimmer");
    private static final int WIDTH = 4;
    private static final int HEIGHT = 3;

    private final AdafruitRest rest;
    private final String group;

    GreenhouseDashboard(AdafruitRest rest, String group) {
        this.rest = rest;
        this.group = group;
    }

    void create() {
        if (rest.groups().list().execute().stream()
                .noneMatch(known -> known.key().equals(group))) {
            rest.groups().create(GroupAttributes.named(group)).execute();
        }
        List<String> known = rest.groups().feeds(group).execute().stream()
                .map(feed -> feed.key())
                .toList();
        for (String feed : FEEDS) {
            if (!known.contains(key(feed))) {
                rest.groups().createFeed(group, FeedAttributes.named(feed)).execute();
            }
        }
        if (rest.dashboards().list().execute().stream()
                .anyMatch(dashboard -> dashboard.key().equals(group))) {
            System.out.println("board   is there already");
            return;
        }
        String dashboard = rest.dashboards()
                .create(DashboardAttributes.named(group))
                .execute()
                .key();
        List<BlockPlace> places = new ArrayList<>();
        for (BlockAttributes attributes : blocks()) {
            Block block = rest.blocks(dashboard).create(attributes).execute();
            places.add(
                    new BlockPlace(block.id(), places.size() % 2 * WIDTH, places.size() / 2 * HEIGHT, WIDTH, HEIGHT));
        }
        rest.dashboards()
                .updateLayouts(dashboard, Map.of(LayoutSize.LG, places))
                .execute();
        System.out.println("board   is made: " + dashboard + " with " + places.size() + " blocks");
    }

    private List<BlockAttributes> blocks() {
        return List.of(
                BlockAttributes.of(VisualType.GAUGE)
                        .name("Temperature")
                        .feed(key("temperature"))
                        .property("minValue", "0")
                        .property("maxValue", "40"),
                BlockAttributes.of(VisualType.GAUGE)
                        .name("Humidity")
                        .feed(key("humidity"))
                        .property("minValue", "0")
                        .property("maxValue", "100"),
                BlockAttributes.of(VisualType.LINE_CHART)
                        .name("Light")
                        .feed(key("light"))
                        .property("historyHours", "24"),
                BlockAttributes.of(VisualType.SLIDER)
                        .name("Dimmer")
                        .feed(key("dimmer"))
                        .property("min", "0")
                        .property("max", "100")
                        .property("step", "5"));
    }

    private String key(String feed) {
        return group + "." + feed;
    }
}
