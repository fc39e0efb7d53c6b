package org.iotconnector.samples.classics;

import org.iotconnector.core.session.MqttSession;

/** Exercise 5: prints what the broker says of itself. A filter such as {@code #} does not include {@code $SYS}. */
public final class SysMonitor implements Exercise {
    private static final String ROOT = "$SYS/broker/";

    /** Listens as long as {@code session} lives; a broker tells each line again when its interval is over. */
    public SysMonitor(MqttSession session) {
        session.subscribe(ROOT + "#", message -> {
            String name = message.topic().toString().substring(ROOT.length());
            System.out.println("broker " + name + " = " + message.text());
        });
    }
}
