package org.iotconnector.mqtt.homie;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.tck.Await;

/** What a controller tells its listener, in words. */
final class HomieEvents implements HomieListener {
    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void onFound(HomieDevice device) {
        events.add("found " + device.id());
    }

    @Override
    public void onChanged(HomieDevice device) {
        events.add("changed " + device.id());
    }

    @Override
    public void onRemoved(HomieDevice device) {
        events.add("removed " + device.id());
    }

    @Override
    public void onState(HomieDevice device, String state) {
        events.add("state " + device.id() + " " + state);
    }

    @Override
    public void onLost(HomieDevice device) {
        events.add("lost " + device.id());
    }

    @Override
    public void onValue(HomieDevice device, HomieNode node, HomieProperty property, String value) {
        events.add("value " + node.id() + "/" + property.id() + " " + value);
    }

    @Override
    public void onTarget(HomieDevice device, HomieNode node, HomieProperty property, String target) {
        events.add("target " + node.id() + "/" + property.id() + " " + target);
    }

    @Override
    public void onAlert(HomieDevice device, String alert, Optional<String> text) {
        events.add("alert " + alert + " " + text.orElse("-"));
    }

    @Override
    public void onLog(HomieDevice device, String level, String text) {
        events.add("log " + level + " " + text);
    }

    void await(String event) {
        Await.until(event + " in " + events, () -> events.contains(event));
    }
}
