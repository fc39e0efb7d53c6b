package org.iotconnector.mqtt.umqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.Test;

/** What {@code publish}, {@code set_callback}, {@code subscribe}, {@code wait_msg} and {@code check_msg} become. */
class UmqttMessagesTest extends UmqttBench {
    @Test
    void publish_ofText_isQos0WhenAskedFor() {
        MqttSession session = online();

        // tag::publish[]
        session.publish(Publication.text("lamp-1/temp", "21.5").withQos(QualityOfService.AT_MOST_ONCE));
        // end::publish[]

        ReceivedMessage message = received("lamp-1/temp");
        assertThat(message.text()).isEqualTo("21.5");
        assertThat(message.qos()).isZero();
        assertThat(message.isRetain()).isFalse();
    }

    @Test
    void publish_ofBytes_arrivesByteForByte() {
        MqttSession session = online();
        byte[] msg = {0, 1, (byte) 0xFF};

        // tag::publish_bytes[]
        session.publish(
                new Publication(TopicName.of("lamp-1/raw"), Bytes.copyOf(msg), QualityOfService.AT_LEAST_ONCE, false));
        // end::publish_bytes[]

        assertThat(received("lamp-1/raw").payload()).isEqualTo(msg);
    }

    @Test
    void publish_retained_isKeptByTheServer() {
        MqttSession session = online();

        // tag::publish_retain[]
        session.publish(Publication.text("lamp-1/temp", "21.5").asRetained());
        // end::publish_retain[]

        broker.await("it is kept", () -> broker.retained("lamp-1/temp").equals(Optional.of("21.5")), Await.LIMIT);
    }

    @Test
    void publish_atLeastOnce_canBeWaitedFor() {
        MqttSession session = online();

        // tag::publish_qos1[]
        Delivery delivery = session.publish(Publication.text("lamp-1/temp", "21.5"));
        delivery.acknowledged().join();
        // end::publish_qos1[]

        assertThat(received("lamp-1/temp").qos()).isEqualTo(1);
    }

    @Test
    void publish_exactlyOnce_works() {
        MqttSession session = online();

        // tag::publish_qos2[]
        Delivery delivery =
                session.publish(Publication.text("lamp-1/temp", "21.5").withQos(QualityOfService.EXACTLY_ONCE));
        // end::publish_qos2[]

        Await.value(delivery.acknowledged());
        assertThat(received("lamp-1/temp").qos()).isEqualTo(2);
        assertThat(broker.counters().publishesReceived()).isEqualTo(1);
    }

    @Test
    void callback_ofASubscription_runsOnAHandlerThread() {
        MqttSession session = online();

        // tag::set_callback[]
        session.subscribe("lamp-1/cmd", message -> heard.add(message.topic() + " " + message.text()));
        // end::set_callback[]
        session.subscribe(
                "lamp-1/who", message -> heard.add(Thread.currentThread().getName()));

        send("lamp-1/cmd", "on");
        Await.until("it came", () -> heard.contains("lamp-1/cmd on"));
        send("lamp-1/who", "?");
        Await.until("it ran", () -> heard.size() == 2);
        assertThat(heard.get(1)).startsWith("connector-handler");
    }

    @Test
    void callback_thatPublishesAndWaits_doesNotBlockItself() {
        MqttSession session = online();

        // tag::publish_in_callback[]
        session.subscribe(
                "lamp-1/cmd",
                message -> session.publish(Publication.text("lamp-1/state", message.text()))
                        .acknowledged()
                        .join());
        // end::publish_in_callback[]
        send("lamp-1/cmd", "on");
        send("lamp-1/cmd", "off");

        received("lamp-1/state");
        broker.awaitReceived(message -> message.text().equals("off"), Await.LIMIT);
    }

    @Test
    void subscribe_withAQos_isGrantedIt() {
        MqttSession session = online();

        // tag::subscribe[]
        Subscription asked = new Subscription(TopicFilter.of("lamp-1/cmd"), QualityOfService.EXACTLY_ONCE);
        SubscriptionHandle handle = session.subscribe(List.of(asked), message -> heard.add(message.text()));
        // end::subscribe[]

        assertThat(Await.value(handle.result()).get(0).granted()).hasValue(QualityOfService.EXACTLY_ONCE);
        broker.publish("lamp-1/cmd", "on", 2, false);
        Await.until("it came", () -> heard.contains("on"));
    }

    @Test
    void subscribe_whenRefused_saysTheCode() {
        MqttSession session = online();

        // tag::subscribe_refused[]
        SubscribeResult answer = session.subscribe("secret").result().join().get(0);
        // end::subscribe_refused[]

        assertThat(answer.accepted()).isFalse();
        assertThat(answer.reasonCode()).isEqualTo(128);
    }

    @Test
    void subscription_whenClosed_endsAtTheServer() {
        MqttSession session = online();
        SubscriptionHandle handle = session.subscribe("lamp-1/cmd");
        broker.awaitSubscribed("lamp-1/cmd", Await.LIMIT);

        // tag::unsubscribe[]
        handle.close();
        // end::unsubscribe[]

        broker.await(
                "nobody hears it",
                () -> broker.publish("lamp-1/cmd", "on", 0, false).isEmpty(),
                Await.LIMIT);
    }

    @Test
    void waitMsg_whenAMessageComes_returnsIt() throws InterruptedException {
        MqttSession session = online();
        // tag::subscribe_no_callback[]
        session.subscribe("lamp-1/cmd");
        // end::subscribe_no_callback[]
        send("lamp-1/cmd", "on");

        // tag::wait_msg[]
        Optional<Message> message = session.receive(Duration.ofSeconds(30));
        // end::wait_msg[]

        assertThat(message.map(Message::text)).hasValue("on");
    }

    @Test
    void checkMsg_whenNoneWaits_isEmptyAtOnce() {
        MqttSession session = online();
        session.subscribe("lamp-1/cmd");

        // tag::check_msg[]
        Optional<Message> message = session.poll();
        // end::check_msg[]

        assertThat(message).isEmpty();
        send("lamp-1/cmd", "on");
        Await.until("it waits", () -> session.poll().map(Message::text).equals(Optional.of("on")));
    }
}
