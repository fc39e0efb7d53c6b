package org.iotconnector.core.thing;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a platform says to a device. It comes from the network: a request that wants an answer carries the
 * {@link ReplyAddress}, and one without gets none.
 */
public sealed interface Downlink extends ThingMessage {

    /** The platform wants properties to have these values; the device answers with {@link Uplink.SetReply}. */
    record PropertySet(Values values, Optional<ReplyAddress> replyTo) implements Downlink {}

    /**
     * The platform asks for present values; the device answers with {@link Uplink.ServiceReply}.
     *
     * @param properties identifiers; empty asks for all
     */
    record PropertyGet(List<String> properties, Optional<ReplyAddress> replyTo) implements Downlink {
        public PropertyGet {
            properties = List.copyOf(properties);
        }
    }

    /**
     * The platform calls a service; the device answers with {@link Uplink.ServiceReply}.
     *
     * @param service the service's identifier as received; the device may not know it
     * @param input its arguments; may be empty
     * @param synchronous whether the caller waits on the line, which gives the device few seconds only
     */
    record ServiceCall(String service, Values input, boolean synchronous, Optional<ReplyAddress> replyTo)
            implements Downlink {}

    /**
     * The platform's own answer to an uplink.
     *
     * @param replyKey names the uplink: what encode gave for it and decode found in the answer
     * @param code the platform's code as received
     * @param text the platform's words as received; may be empty
     * @param data what the answer brought; may be empty
     * @param success whether the code means success on that platform
     */
    record PlatformReply(String replyKey, int code, String text, Values data, boolean success) implements Downlink {}

    /**
     * The answer to {@link Uplink.DesiredQuery}.
     *
     * @param replyKey code, text, success as in {@link PlatformReply}
     * @param desired identifier to what is wanted; properties without a desired value are absent. Order kept
     */
    record DesiredValues(String replyKey, int code, String text, boolean success, Map<String, Desired> desired)
            implements Downlink {
        public DesiredValues {
            desired = Collections.unmodifiableMap(new LinkedHashMap<>(desired));
        }

        /** The wanted values alone, without their versions. */
        public Values values() {
            Values.Builder values = Values.builder();
            desired.forEach((name, it) -> values.put(name, it.value()));
            return values.build();
        }
    }

    /**
     * A wanted value.
     *
     * @param version counts the changes of this property's desired value, from 1
     */
    record Desired(Value value, long version) {}

    /** Bytes in the device's own form; the device answers with {@link Uplink.RawReply}. */
    record RawCommand(Bytes payload, Optional<ReplyAddress> replyTo) implements Downlink {}

    /** The platform's answer, in the device's own form, to some {@link Uplink.RawReport}: nothing says to which. */
    record RawReportReply(Bytes payload) implements Downlink {
        public RawReportReply {
            Objects.requireNonNull(payload, "payload");
        }
    }

    /**
     * What a gateway was sent for one of its sub-devices; core hands it to that device.
     *
     * @param deviceId the sub-device, as its {@link org.iotconnector.core.DeviceConfig#deviceId} says
     * @param message what is for it; never a {@code SubDeviceMessage} itself
     */
    record SubDeviceMessage(String deviceId, Downlink message) implements Downlink {
        public SubDeviceMessage {
            if (message instanceof SubDeviceMessage) {
                throw new IllegalArgumentException("A sub-device has no sub-devices of its own.");
            }
        }
    }

    /**
     * The platform's word on something that it did not answer by itself, such as a limit reached or a message dropped.
     *
     * @param kind what it is about
     * @param text the platform's words
     * @param pause how long nothing may be sent, by this device and all that share its limit; core keeps to it. Empty when
     *     the platform asks for no pause
     */
    record Notice(NoticeKind kind, String text, Optional<Duration> pause) implements Downlink {}

    /** What a {@link Notice} is about. */
    enum NoticeKind {
        /** Too much was sent; what came since was dropped. */
        THROTTLED,
        /** The account or device is shut out for a while. */
        BANNED,
        /** A message or subscription was not accepted; the text says which and why. */
        REJECTED,
        /** Anything else. */
        OTHER
    }

    /** Calls the one function that fits this message's case and returns what it returns. */
    default <R> R match(
            Function<? super PropertySet, ? extends R> propertySet,
            Function<? super PropertyGet, ? extends R> propertyGet,
            Function<? super ServiceCall, ? extends R> serviceCall,
            Function<? super PlatformReply, ? extends R> platformReply,
            Function<? super DesiredValues, ? extends R> desiredValues,
            Function<? super RawCommand, ? extends R> rawCommand,
            Function<? super RawReportReply, ? extends R> rawReportReply,
            Function<? super SubDeviceMessage, ? extends R> subDeviceMessage,
            Function<? super Notice, ? extends R> notice) {
        if (this instanceof PropertySet it) {
            return propertySet.apply(it);
        } else if (this instanceof PropertyGet it) {
            return propertyGet.apply(it);
        } else if (this instanceof ServiceCall it) {
            return serviceCall.apply(it);
        } else if (this instanceof PlatformReply it) {
            return platformReply.apply(it);
        } else if (this instanceof DesiredValues it) {
            return desiredValues.apply(it);
        } else if (this instanceof RawCommand it) {
            return rawCommand.apply(it);
        } else if (this instanceof RawReportReply it) {
            return rawReportReply.apply(it);
        } else if (this instanceof SubDeviceMessage it) {
            return subDeviceMessage.apply(it);
        }
        return notice.apply((Notice) this);
    }
}
