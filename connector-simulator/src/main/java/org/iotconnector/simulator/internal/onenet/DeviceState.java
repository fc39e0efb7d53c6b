package org.iotconnector.simulator.internal.onenet;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.onenet.file.DeviceFiles;
import org.iotconnector.simulator.internal.onenet.file.RemoteConfig;
import org.iotconnector.simulator.internal.onenet.ota.OtaTasks;
import org.iotconnector.simulator.onenet.DataPoint;
import org.iotconnector.simulator.onenet.LoginRefusal;
import org.iotconnector.simulator.onenet.ReportedEvent;
import org.jspecify.annotations.Nullable;

/** What the platform remembers about one device. Confined to the loop thread, except its names and number. */
public final class DeviceState {
    private final ProductState product;
    private final String deviceName;
    private final long number;
    private final Instant createdAt;
    private final PropertyStore properties = new PropertyStore();
    private final DesiredStore desired = new DesiredStore();
    private final Topology topology = new Topology(this);
    private final OtaTasks ota;
    private final DeviceFiles files = new DeviceFiles();
    private final RemoteConfig remoteConfig = new RemoteConfig();
    private final DeviceImage image = new DeviceImage();
    private final Recent<ReportedEvent> events = new Recent<>();
    private final Map<String, Recent<DataPoint>> streams = new LinkedHashMap<>();
    private final Map<String, String> otaVersions = new LinkedHashMap<>();
    private String key;
    private @Nullable Instant activatedAt;
    private @Nullable Instant lastOnlineAt;
    private @Nullable LoginRefusal lastRefusal;
    private long publishesOverRate;

    DeviceState(ProductState product, String deviceName, String key, long number, Instant createdAt) {
        this.product = product;
        this.deviceName = deviceName;
        this.key = key;
        this.number = number;
        this.createdAt = createdAt;
        this.ota = new OtaTasks(number);
    }

    /** Product id and device name, {@code pid/dev}. */
    public String identity() {
        return product.productId() + "/" + deviceName;
    }

    /** Its product. */
    public ProductState product() {
        return product;
    }

    /** Its name. */
    public String deviceName() {
        return deviceName;
    }

    /** The platform's number for it, from 1001. */
    public long number() {
        return number;
    }

    /** When it was created. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Its key in Base64. */
    public String key() {
        return key;
    }

    /** Gives it another key; the session it has stays. */
    public void key(String base64) {
        key = base64;
    }

    /** When it first logged in; empty before. */
    public Optional<Instant> activatedAt() {
        return Optional.ofNullable(activatedAt);
    }

    /** When it last came online or went offline; empty before its activation. */
    public Optional<Instant> lastOnlineAt() {
        return Optional.ofNullable(lastOnlineAt);
    }

    /** Notes that it has come online or gone offline, and activates it. */
    void seen(Instant now) {
        lastOnlineAt = now;
        if (activatedAt == null) {
            activatedAt = now;
        }
    }

    /** Reported values. */
    public PropertyStore properties() {
        return properties;
    }

    /** Desired values. */
    public DesiredStore desired() {
        return desired;
    }

    /** Its place in a network. */
    public Topology topology() {
        return topology;
    }

    /** Its device image (shadow). */
    public DeviceImage image() {
        return image;
    }

    /** Accepted events, oldest first, the last 1000. */
    public List<ReportedEvent> events() {
        return events.list();
    }

    void add(ReportedEvent event) {
        events.add(event);
    }

    /** Names of its data streams, in the order of their first point. */
    public List<String> streams() {
        return List.copyOf(streams.keySet());
    }

    /** Points of one data stream, oldest first, the last 1000. */
    public List<DataPoint> dataPoints(String stream) {
        Recent<DataPoint> points = streams.get(stream);
        return points == null ? List.of() : points.list();
    }

    void add(String stream, DataPoint point) {
        streams.computeIfAbsent(stream, unused -> new Recent<>()).add(point);
    }

    /** Its upgrades. */
    public OtaTasks ota() {
        return ota;
    }

    /** Its files. */
    public DeviceFiles files() {
        return files;
    }

    /** The configuration it may pull. */
    public RemoteConfig remoteConfig() {
        return remoteConfig;
    }

    /** Reported versions: {@code s_version} of the application, {@code f_version} of the module. */
    public Map<String, String> otaVersions() {
        return Collections.unmodifiableMap(otaVersions);
    }

    /** Notes a version it reported. */
    public void otaVersion(String kind, String version) {
        otaVersions.put(kind, version);
    }

    Optional<LoginRefusal> lastRefusal() {
        return Optional.ofNullable(lastRefusal);
    }

    void lastRefusal(LoginRefusal refusal) {
        lastRefusal = refusal;
    }

    long publishesOverRate() {
        return publishesOverRate;
    }

    void countPublishOverRate() {
        publishesOverRate++;
    }
}
