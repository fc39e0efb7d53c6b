package org.iotconnector.easyiot.manual;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.iotconnector.easyiot.EasyIotConfig;
import org.iotconnector.easyiot.EasyIotHistory;
import org.iotconnector.easyiot.EasyIotStoredMessage;
import org.iotconnector.easyiot.siot.SiotConfig;
import org.iotconnector.easyiot.siot.SiotStore;
import org.iotconnector.easyiot.siot.http.SiotHttp;
import org.iotconnector.easyiot.siot.http.SiotMessage;
import org.iotconnector.easyiot.siot.http.SiotMessageQuery;

/** Each piece between a {@code tag} and its {@code end} stands in a page of the manual, to the letter but for white space. */
final class ManualExamples {
    final List<Boolean> switched = new CopyOnWriteArrayList<>();

    private void switchLamp(boolean on) {
        switched.add(on);
    }

    EasyIotConfig config() {
        // tag::config[]
        EasyIotConfig room = EasyIotConfig.builder()
                .iotId("rJ4xYq2Wb")
                .iotPwd(Secret.fromEnv("IOT_PWD"))
                .topic("light", "Bkgk2zXb4")
                .topic("temperature", "BJpHJt1VW")
                .build();
        // end::config[]
        return room;
    }

    Device device(Connector connector, EasyIotConfig room) {
        // tag::device[]
        Device device = connector.open(room);
        device.onSet(set -> {
            switchLamp(set.bool("light"));
            return SetResult.done();
        });
        device.report(Values.of("temperature", 21.5));
        // end::device[]
        return device;
    }

    List<EasyIotStoredMessage> stored(Http http, Secret token) {
        // tag::stored[]
        List<EasyIotStoredMessage> messages =
                EasyIotHistory.of(http, token).messages("Bkgk2zXb4", 1000).join();
        // end::stored[]
        return messages;
    }

    SiotConfig siot() {
        // tag::siot[]
        SiotConfig room = SiotConfig.builder()
                .host("192.168.1.20")
                .topic("light", "lamp")
                .topic("temperature", "window")
                .build();
        // end::siot[]
        return room;
    }

    List<SiotMessage> http(Http http, SiotConfig room) {
        // tag::http[]
        SiotHttp server = SiotHttp.of(http, room);
        server.publish("siot/lamp", "on", SiotStore.YES).join();
        List<SiotMessage> newest = server.messages(
                        SiotMessageQuery.of("siot/window").newestFirst().build())
                .join();
        // end::http[]
        return newest;
    }
}
