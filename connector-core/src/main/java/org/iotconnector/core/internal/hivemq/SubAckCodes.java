package org.iotconnector.core.internal.hivemq;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;

/** Pairs the filters asked for with the codes answered. */
final class SubAckCodes {
    private SubAckCodes() {}

    /** One result for each subscription; none when the server answered with another number of codes. */
    static <T> List<SubscribeResult> results(List<Subscription> asked, List<T> codes, ToIntFunction<T> number) {
        if (codes.size() != asked.size()) {
            return List.of();
        }
        List<SubscribeResult> results = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            results.add(SubscribeResult.ofCode(asked.get(i).filter(), number.applyAsInt(codes.get(i))));
        }
        return results;
    }
}
