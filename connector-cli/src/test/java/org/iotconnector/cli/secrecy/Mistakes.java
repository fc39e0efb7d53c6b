package org.iotconnector.cli.secrecy;

import static org.iotconnector.cli.secrecy.Account.quoted;

import java.util.List;

/** What people write where a secret belongs, and are told about. */
final class Mistakes {
    /** All are wrong settings. */
    static final int EXIT_CODE = 2;

    private Mistakes() {}

    /** Last lines of a settings file, each wrong in another way. */
    static List<String> endings(Account account) {
        String key = account.secretKey();
        String secret = account.secret();
        String plain = secret.replaceAll("[^A-Za-z0-9]", "");
        return List.of(
                // The key is not quite the key.
                key + "s: " + quoted(secret),
                "secret: " + quoted(secret),
                key + "=" + plain + ": x",
                key + ":" + plain + ": x",
                "{" + key + ":" + plain + ": x}",
                key + ":" + plain,
                key + " " + plain,
                plain,
                // The value is no text, or no YAML.
                key + ": [" + quoted(secret) + "]",
                key + ": {value: " + quoted(secret) + "}",
                key + ": \"" + plain,
                key + ": '" + plain,
                key + ": \"\\q" + plain + "\"",
                key + ": *" + plain,
                key + ": @" + plain,
                key + ": %" + plain,
                key + ": `" + plain,
                key + ": " + plain + ": more",
                key + ": {" + plain,
                key + ": [" + plain,
                key + ": " + quoted(secret) + "\n  " + plain + ": " + plain,
                "\t" + key + ": " + plain,
                "%" + plain,
                "!" + plain + "!x " + key + ": " + plain,
                key + ": !" + plain + "!x " + plain,
                "---\n" + key + ": " + quoted(secret),
                // It is there twice, or beside something else that is wrong.
                key + ": " + quoted(secret) + "\n" + key + ": " + quoted(secret),
                key + ": " + quoted(secret) + "\n" + key + "Env: THE_SECRET",
                key + ": " + quoted(secret) + "\nnoSuchSetting: " + quoted(secret),
                key + ": " + quoted(secret) + "\nkeepAlive: ${THE_SECRET}",
                // It is to come from somewhere else, and does not.
                key + ": ${THE_SECRET",
                key + ": ${NO_SUCH_VARIABLE}",
                key + ": ${" + plain + "-" + plain + "}",
                key + "File: no-such-file",
                key + "File: .",
                key + "Env: NO_SUCH_VARIABLE",
                key + ": ${THE_SECRET}\nreconnectDelay: ${THE_SECRET}",
                // It stands in an address, where other programs want it.
                "endpoint: mqtt://me:" + plain + "@127.0.0.1",
                "endpoint: mqtt://me:" + plain + "/" + plain + "@127.0.0.1",
                "endpoint: mqtts:me:" + plain + "@127.0.0.1",
                "endpoint: http://" + plain + "@127.0.0.1");
    }

    /** Configurations that the simulator refuses. */
    static List<String> simulatorFiles() {
        String secret = Accounts.ALIYUN.secret();
        String device = "aliyun:\n  mqtt: 0\n  products:\n    - productKey: a1Secr0Prod\n      devices:\n        - ";
        return List.of(
                device + "{deviceName: lamp-1, deviceSecrets: " + secret + "}\n",
                device + "{deviceName: lamp-1, deviceSecret: [" + secret + "]}\n",
                device + "{deviceName: lamp-1, deviceSecret: \"" + secret + "}\n",
                device + "{deviceName: lamp-1, deviceSecret: " + secret + ": x}\n",
                device + "{deviceName: \"\", deviceSecret: " + secret + "}\n",
                device + secret + "\n",
                "onenet:\n  mqtt: 0\n  products:\n    - productId: P\n      devices: [{deviceName: d, deviceKey: "
                        + Accounts.ONENET.secret().replace('=', '!') + "}]\n",
                "mqtt:\n  mqtt: 0\n  users: [{username: u, passwort: " + quoted(Accounts.MQTT.secret()) + "}]\n",
                "mqtt:\n  mqtt: 0\n  users: {u: " + quoted(Accounts.MQTT.secret()) + "}\n",
                "mqtt:\n  mqtt: 0\n  users: [" + quoted(Accounts.MQTT.secret()) + "]\n");
    }
}
