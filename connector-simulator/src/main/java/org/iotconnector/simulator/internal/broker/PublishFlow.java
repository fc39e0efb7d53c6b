package org.iotconnector.simulator.internal.broker;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import java.util.Optional;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.PublishVerdict;

/** PUBLISH from clients: verdict, record, acknowledgement, processing, in this order. */
final class PublishFlow {
    private static final int PACKET_ID_NOT_FOUND = 0x92;
    /** From here on a reason code means that the exchange has ended. MQTT 5 section 2.4. */
    private static final int FIRST_FAILURE = 0x80;

    private final Broker broker;

    PublishFlow(Broker broker) {
        this.broker = broker;
    }

    void publish(ClientConnection connection, MqttPublishMessage packet) {
        if (broker.faults().cutsPublish(connection.identity())) {
            connection.drop();
            return;
        }
        broker.tally().count(Tally.Figure.PUBLISH_RECEIVED);
        Message message = Message.of(
                        packet.variableHeader().topicName(),
                        ByteBufUtil.getBytes(packet.payload()),
                        packet.fixedHeader().qosLevel().value(),
                        packet.fixedHeader().isRetain(),
                        Properties5.passedOn(packet.variableHeader().properties()))
                .duplicate(packet.fixedHeader().isDup());
        int id = packet.variableHeader().packetId();
        if (message.qos() == 2 && connection.state().session().receivedQos2().contains(id)) {
            // The client missed our PUBREC; the message itself was processed the first time.
            connection.send(Packets.reply(MqttMessageType.PUBREC, id, 0));
            return;
        }
        PublishVerdict verdict = TopicFilters.isValidName(message.topic())
                ? broker.rules().judge(connection, message)
                : broker.rules().judgeMalformed(connection, message);
        record(connection, message, verdict);
        if (verdict.closeCode() != 0) {
            connection.close(verdict.closeCode(), "refused a message, " + verdict.disposition());
        } else {
            acknowledge(connection, message.qos(), id, verdict);
            if (verdict.disposition() == Disposition.ACCEPTED) {
                broker.process(connection, message, verdict);
            }
        }
        broker.journal().ring();
    }

    /** PUBREL: the client forgets its message, so the identifier is free again. */
    void release(ClientConnection connection, int packetId) {
        boolean known = connection.state().session().receivedQos2().remove(packetId);
        connection.send(Packets.reply(MqttMessageType.PUBCOMP, packetId, known ? 0 : PACKET_ID_NOT_FOUND));
    }

    /** Puts a message, or a Will that takes effect, into the journal. */
    void record(ClientConnection connection, Message message, PublishVerdict verdict) {
        if (verdict.disposition() != Disposition.ACCEPTED) {
            broker.tally().count(Tally.Figure.PUBLISH_DROPPED);
        }
        broker.journal()
                .record(sequence -> new ReceivedMessage(
                        sequence,
                        broker.loop().clock().instant(),
                        connection.identity(),
                        message.topic(),
                        message.payload(),
                        message.qos(),
                        message.retain(),
                        message.duplicate(),
                        verdict.disposition()));
    }

    private void acknowledge(ClientConnection connection, int qos, int id, PublishVerdict verdict) {
        if (qos == 0) {
            return;
        }
        if (!verdict.acknowledge()) {
            broker.tally().count(Tally.Figure.PUBACK_WITHHELD);
        } else if (qos == 2) {
            int code = connection.protocolLevel() >= 5 ? verdict.replyCode() : 0;
            if (code < FIRST_FAILURE) {
                connection.state().session().receivedQos2().add(id);
            }
            connection.send(Packets.reply(MqttMessageType.PUBREC, id, code));
        } else if (broker.faults()
                .take(Fault.LosePubAck.class, connection.identity())
                .isPresent()) {
            broker.tally().count(Tally.Figure.PUBACK_WITHHELD);
        } else {
            Optional<Fault.DelayPubAck> late = broker.faults().take(Fault.DelayPubAck.class, connection.identity());
            if (late.isPresent()) {
                broker.loop().schedule(late.get().delay(), () -> sendPubAck(connection, id, verdict.replyCode()));
            } else {
                sendPubAck(connection, id, verdict.replyCode());
            }
        }
    }

    private void sendPubAck(ClientConnection connection, int id, int code) {
        if (connection.isLoggedIn()) {
            broker.tally().count(Tally.Figure.PUBACK_SENT);
            connection.send(Packets.reply(MqttMessageType.PUBACK, id, connection.protocolLevel() >= 5 ? code : 0));
        }
    }
}
