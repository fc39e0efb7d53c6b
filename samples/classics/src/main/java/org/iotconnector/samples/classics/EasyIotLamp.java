package org.iotconnector.samples.classics;

import java.time.Duration;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.settings.Secret;

/** Exercise 7: a lamp on DFRobot Easy IoT, switched with {@code on} and {@code off} by a button on the site. */
public final class EasyIotLamp implements Exercise {
    /**
     * Connects at once. All but the topic is on the site's page of the account.
     *
     * @param topic the device's topic, 9 characters that the site chose
     */
    public EasyIotLamp(Connector connector, Broker easyIot, String iotId, Secret iotPwd, String topic) {
        ConnectParameters.Builder login = easyIot.login("lamp")
                .credentials(iotId, iotPwd)
                // Half the usual time: a lamp that lost its line should find out soon.
                .keepAlive(Duration.ofSeconds(30));
        MqttSession session = connector.session(Broker.config(login));
        session.subscribe(topic, message -> {
            String word = message.text();
            System.out.println(
                    word.equals("on") || word.equals("off") ? "lamp is " + word : "lamp does not know [" + word + "]");
        });
    }
}
