package org.iotconnector.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** What platforms and strangers send to devices. */
class DecodeFuzzTest {
    private static final Codecs ALIYUN = Codecs.of("""
            platform: aliyun
            productKey: a1Demo0Prod
            deviceName: lamp-1
            deviceSecret: 0123456789abcdef0123456789abcdef
            """);

    private static final Codecs ONENET = Codecs.of(onenet("onejson"), onenet("raw"), onenet("datastream"));

    private static final Codecs ONENET_LEGACY = Codecs.of("""
            platform: onenetlegacy
            productId: 123456
            deviceId: 654321
            authInfo: lamp-0001
            """);

    private static final Codecs ADAFRUIT = Codecs.of("""
            platform: adafruit
            username: demo
            key: aio_demo
            group: house
            settable: [temp, door]
            """, """
            platform: adafruit
            username: demo
            key: aio_demo
            feedFormat: json
            """);

    private static final Codecs EASYIOT = Codecs.of("""
            platform: easyiot
            iotId: demoid
            iotPwd: demopwd
            topics: temperature=BJpHJt1VW,light=Bkgk2zXb4
            """, """
            platform: siot
            password: dfrobot
            topics: temperature=climate,light=siot/lamp
            """);

    private static final Codecs MQTT = Codecs.of("""
            platform: mqtt
            endpoint: mqtt://127.0.0.1:1
            deviceName: lamp-1
            availabilityTopic: "{deviceName}/status"
            commandReplyTopic: "{deviceName}/{property}/set/reply"
            """);

    private static final Codecs HOMIE = Codecs.of(homie("5"), homie("4"), homie("3"));

    private static String onenet(String protocol) {
        return """
                platform: onenet
                productId: Demo0Prod1
                deviceName: lamp-1
                deviceKey: MDEyMzQ1Njc4OWFiY2RlZg==
                dataProtocol: %s
                """.formatted(protocol);
    }

    private static String homie(String version) {
        return """
                platform: homie
                endpoint: mqtt://127.0.0.1:1
                deviceId: lamp-1
                thingModel: %s
                homieVersion: "%s"
                """.formatted(Models.lampFile(), version);
    }

    @FuzzTest
    void aliyun(byte[] input) {
        ALIYUN.receive(input);
    }

    @FuzzTest
    void onenet(byte[] input) {
        ONENET.receive(input);
    }

    @FuzzTest
    void onenetLegacy(byte[] input) {
        ONENET_LEGACY.receive(input);
    }

    @FuzzTest
    void adafruit(byte[] input) {
        ADAFRUIT.receive(input);
    }

    @FuzzTest
    void easyiot(byte[] input) {
        EASYIOT.receive(input);
    }

    @FuzzTest
    void mqtt(byte[] input) {
        MQTT.receive(input);
    }

    @FuzzTest
    void homie(byte[] input) {
        HOMIE.receive(input);
    }
}
