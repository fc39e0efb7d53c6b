package org.iotconnector.easyiot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device that is told and reports on one topic, over a broker that sends everything to everybody. */
@Timeout(60)
abstract class EchoRules {
    static final String ID = "rJ4xYq2Wb";
    static final String PASSWORD = "h7Pq_3kVzT";
    static final String LIGHT = "Bkgk2zXb4";

    private static final ThingModel MODEL = ThingModel.builder()
            .property(PropertySpec.readWrite("light", DataType.bool("off", "on")))
            .build();

    private final List<Values> handled = new CopyOnWriteArrayList<>();
    private Connector connector;

    /** Where the broker listens. */
    abstract String endpoint();

    @BeforeEach
    void create() {
        connector = Connector.create();
    }

    @AfterEach
    void close() {
        connector.close();
    }

    private EasyIotConfigBuilder named(String name) {
        return EasyIotConfig.builder()
                .iotId(ID)
                .iotPwd(Secret.of(PASSWORD))
                .name(name)
                .topic("light", LIGHT)
                .thingModel(MODEL)
                .endpoint(endpoint());
    }

    private Device lamp(EasyIotConfig config) {
        Device lamp = connector.open(
                config,
                device -> device.onSet(set -> {
                    handled.add(set);
                    return SetResult.done();
                }));
        lamp.awaitOnline(Await.LIMIT);
        return lamp;
    }

    private Device phone() {
        Device phone = connector.open(named("phone").build());
        phone.awaitOnline(Await.LIMIT);
        return phone;
    }

    /** Whatever came before has been handled once this has. */
    private void sendLast(Device phone) {
        Await.value(phone.session().publish(Publication.text(LIGHT, "0")).acknowledged());
        Await.until("the last is handled", () -> handled.contains(Values.of("light", false)));
    }

    @Test
    void report_onTheDevicesOwnCommandTopic_isNoSet() {
        Device lamp = lamp(named("lamp").build());

        Await.value(lamp.report(Values.of("light", true)).acknowledged());
        sendLast(phone());

        assertThat(handled).containsExactly(Values.of("light", false));
    }

    @Test
    void sameText_ofAnotherClient_isASet() {
        Device lamp = lamp(named("lamp").build());
        Device phone = phone();

        Await.value(lamp.report(Values.of("light", true)).acknowledged());
        Await.value(phone.report(Values.of("light", true)).acknowledged());
        sendLast(phone);

        assertThat(handled).containsExactly(Values.of("light", true), Values.of("light", false));
    }

    @Test
    void reports_thatAreEqual_areEachKeptFromTheHandler() {
        Device lamp = lamp(named("lamp").build());

        lamp.report(Values.of("light", true));
        lamp.report(Values.of("light", true));
        Await.value(lamp.report(Values.of("light", true)).acknowledged());
        sendLast(phone());

        assertThat(handled).containsExactly(Values.of("light", false));
    }

    @Test
    void report_withoutSuppression_comesBackAsASet() {
        Device lamp = lamp(named("lamp").suppressEcho(false).build());

        Await.value(lamp.report(Values.of("light", true)).acknowledged());

        Await.until("it is handled", () -> !handled.isEmpty());
        assertThat(handled).containsExactly(Values.of("light", true));
    }
}
