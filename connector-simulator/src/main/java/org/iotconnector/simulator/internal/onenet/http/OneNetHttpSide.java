package org.iotconnector.simulator.internal.onenet.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.simulator.internal.http.HttpPort;
import org.iotconnector.simulator.internal.http.HttpService;
import org.iotconnector.simulator.internal.net.LazyTls;
import org.iotconnector.simulator.internal.onenet.HttpSide;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.iotconnector.simulator.internal.onenet.push.Pushes;
import org.iotconnector.simulator.onenet.PushAttempt;
import org.jspecify.annotations.Nullable;

/** The platform's HTTP ports and its push. Thread-safe. */
public final class OneNetHttpSide implements HttpSide {
    private final List<HttpPort> ports = new ArrayList<>();
    private final OneNetCloud cloud;
    private final Pushes pushes;

    /** Prepares what the settings want. */
    public OneNetHttpSide(OneNetCloud cloud, LazyTls tls) {
        this.cloud = cloud;
        this.pushes = new Pushes(cloud);
        HttpService service = new OneNetHttp(cloud);
        cloud.settings().httpPort().ifPresent(port -> ports.add(port(port, null, service)));
        cloud.settings().httpsPort().ifPresent(port -> ports.add(port(port, tls, service)));
    }

    private HttpPort port(int port, @Nullable LazyTls tls, HttpService service) {
        return new HttpPort(cloud.address(), port, cloud.loop(), tls, service, cloud.broker());
    }

    @Override
    public void open() {
        try {
            ports.forEach(HttpPort::open);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
        cloud.loop().run(pushes::start);
    }

    @Override
    public void close() {
        ports.forEach(HttpPort::close);
    }

    @Override
    public Optional<URI> uri(String scheme) {
        return ports.stream()
                .map(HttpPort::uri)
                .filter(uri -> uri.getScheme().equals(scheme))
                .findFirst();
    }

    @Override
    public List<PushAttempt> pushes() {
        return pushes.attempts();
    }
}
