package org.iotconnector.mqtt;

import java.util.List;

/** What makes two configurations equal: everything that takes effect, so that a default and the same value given are one. */
final class EffectiveSettings {
    private EffectiveSettings() {}

    static List<Object> of(MqttConfig config) {
        return List.of(
                List.of(
                        config.deviceName(),
                        config.endpoint(),
                        config.clientId(),
                        config.username(),
                        config.password(),
                        config.mqttVersion(),
                        config.keepAlive()),
                List.of(
                        config.cleanStart(),
                        config.sessionExpiry(),
                        config.reportProperties(),
                        config.publishRate(),
                        config.maxPayload(),
                        config.topicPrefix(),
                        config.session(),
                        config.thingModel()),
                List.of(
                        config.payload(),
                        config.propertyTopic(),
                        config.propertyTopics(),
                        config.pointer(),
                        config.pointers(),
                        config.timePointer(),
                        config.jsonTemplate()),
                List.of(
                        config.booleanWords(),
                        config.enumerations(),
                        config.qos(),
                        config.retain(),
                        config.retainedProperties()),
                List.of(
                        config.commandTopic(),
                        config.commandTopics(),
                        config.commandPayload(),
                        config.commandPointers(),
                        config.retainedCommands()),
                List.of(
                        config.commandReplyTopic(),
                        config.commandQos(),
                        config.shareGroup(),
                        config.eventTopic(),
                        config.eventTopics()),
                List.of(
                        config.serviceTopic(),
                        config.serviceTopics(),
                        config.serviceReplyTopic(),
                        config.requestIdMember()),
                List.of(
                        config.rawTopic(),
                        config.rawCommandTopic(),
                        config.availabilityTopic(),
                        config.onlinePayload(),
                        config.offlinePayload(),
                        config.will()));
    }
}
