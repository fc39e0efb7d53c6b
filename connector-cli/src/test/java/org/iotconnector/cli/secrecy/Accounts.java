package org.iotconnector.cli.secrecy;

import static org.iotconnector.cli.secrecy.Account.quoted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.DemoSet;

/** A device on each platform, and the simulator's configuration that knows them. */
final class Accounts {
    static final Account ALIYUN = new Account(
            "aliyun",
            "aliyun mqtt",
            Map.of("productKey", "a1Secr0Prod", "deviceName", "lamp-1"),
            "deviceSecret",
            "9f8e7d6c5b4a39281706f5e4d3c2b1a0",
            "1a2b3c4d5e6f708192a3b4c5d6e7f809",
            true);
    static final Account ONENET = new Account(
            "onenet",
            "onenet mqtt",
            Map.of("productId", "Secr0Prod1", "deviceName", "lamp-1"),
            "deviceKey",
            "c2VjcmV0LWtleS1vZi1vbmUtZGV2aWNlLTMyLWJ5dGU=",
            "YW5vdGhlci1rZXktb2Ytb25lLWRldmljZS0zMi1ieXQ=",
            true);
    static final Account ADAFRUIT = new Account(
            "adafruit",
            "adafruit mqtt",
            Map.of("username", "secretive", "name", "lamp"),
            "key",
            "aio_Vq8sK2mZx7Wp4Rt9Yb3Nc6Lh1Jd5",
            "aio_Nc6Lh1Jd5Vq8sK2mZx7Wp4Rt9Yb3",
            false);
    static final Account EASYIOT = new Account(
            "easyiot",
            "easyiot mqtt",
            Map.of("iotId", "secretid", "topics", "{temperature: Bkgk2zXb4}"),
            "iotPwd",
            "Pq7+z/Kw=3%Xe&9\"t\\Ré~v",
            "Xe&9\"t\\Ré~vPq7+z/Kw=3%",
            false);
    static final Account SIOT = new Account(
            "siot",
            "siot mqtt",
            Map.of("username", "siot", "siotVersion", "v2", "topics", "{temperature: room}"),
            "password",
            "Hj4 mN'8+qW/2=Ty%5&Ui\"7",
            "Ty%5&Ui\"7Hj4 mN'8+qW/2=",
            false);
    static final Account MQTT = new Account(
            "mqtt",
            "mqtt mqtt",
            Map.of("username", "keeper", "deviceName", "lamp-1"),
            "password",
            "Gb6$Fd1+vC/9=Ns%3&Ml\"0Öp",
            "Ns%3&Ml\"0ÖpGb6$Fd1+vC/9=",
            false);
    static final Account HOMIE = new Account(
            "homie",
            "mqtt mqtt",
            Map.of("username", "homekeeper", "deviceId", "lamp-2", "thingModel", "lamp-tsl.json"),
            "password",
            "Zx5!Rk8+uB/4=Lo%6&Je\"2ñw",
            "Lo%6&Je\"2ñwZx5!Rk8+uB/4=",
            false);
    static final Account LEGACY = new Account(
            "onenetlegacy",
            "onenetLegacy mqtt",
            Map.of("productId", "86540", "deviceId", "5616839"),
            "authInfo",
            "serial-Yt3Gc7Wm5Qk9Sz1",
            "serial-Qk9Sz1Yt3Gc7Wm5",
            false);

    static final List<Account> ALL = List.of(ALIYUN, ONENET, ADAFRUIT, EASYIOT, SIOT, MQTT, HOMIE, LEGACY);

    private Accounts() {}

    /** Every secret there is: right, wrong, and those of the built-in demo that are long enough to be searched for. */
    static Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (Account account : ALL) {
            secrets.put(account.platform() + "'s secret", account.secret());
            secrets.put(account.platform() + "'s wrong secret", account.wrongSecret());
        }
        secrets.put("the demo's secret on Aliyun", DemoSet.DEVICE_SECRET);
        secrets.put("the demo's key on OneNET", DemoSet.ONENET_DEVICE_KEY);
        secrets.put("the demo's product key on OneNET", DemoSet.ONENET_ACCESS_KEY);
        secrets.put("the demo's key on Adafruit IO", DemoSet.ADAFRUIT_KEY);
        return secrets;
    }

    /** The simulator's configuration file. */
    static String simulator() {
        return String.join(
                "\n",
                "aliyun:",
                "  mqtt: 0",
                "  products:",
                "    - productKey: a1Secr0Prod",
                "      devices: [{deviceName: lamp-1, deviceSecret: " + quoted(ALIYUN.secret()) + "}]",
                "onenet:",
                "  mqtt: 0",
                "  http: 0",
                "  products:",
                "    - productId: Secr0Prod1",
                "      devices: [{deviceName: lamp-1, deviceKey: " + quoted(ONENET.secret()) + "}]",
                "onenetLegacy:",
                "  mqtt: 0",
                "  products:",
                "    - productId: \"86540\"",
                "      devices: [{deviceId: \"5616839\", authInfo: " + quoted(LEGACY.secret()) + "}]",
                "adafruit:",
                "  mqtt: 0",
                "  accounts: [{username: secretive, key: " + quoted(ADAFRUIT.secret()) + "}]",
                "easyiot:",
                "  mqtt: 0",
                "  accounts: [{iotId: secretid, iotPwd: " + quoted(EASYIOT.secret()) + ", topics: [Bkgk2zXb4]}]",
                "siot:",
                "  mqtt: 0",
                "  version: v2",
                "  users: [{username: siot, password: " + quoted(SIOT.secret()) + "}]",
                "mqtt:",
                "  mqtt: 0",
                "  allowAnonymous: false",
                "  users:",
                "    - {username: keeper, password: " + quoted(MQTT.secret()) + "}",
                "    - {username: homekeeper, password: " + quoted(HOMIE.secret()) + "}",
                "console: 0",
                "");
    }
}
