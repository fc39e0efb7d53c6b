package org.iotconnector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.iotconnector.adafruit.AdafruitNotice;
import org.iotconnector.adafruit.internal.rest.CsvRow;
import org.iotconnector.adafruit.internal.rest.LinkHeader;
import org.iotconnector.adafruit.rest.Action;
import org.iotconnector.adafruit.rest.Activity;
import org.iotconnector.adafruit.rest.AirQualityPlace;
import org.iotconnector.adafruit.rest.Block;
import org.iotconnector.adafruit.rest.Chart;
import org.iotconnector.adafruit.rest.ClockTime;
import org.iotconnector.adafruit.rest.Dashboard;
import org.iotconnector.adafruit.rest.Datum;
import org.iotconnector.adafruit.rest.Feed;
import org.iotconnector.adafruit.rest.FeedDetails;
import org.iotconnector.adafruit.rest.Group;
import org.iotconnector.adafruit.rest.Permission;
import org.iotconnector.adafruit.rest.Throttle;
import org.iotconnector.adafruit.rest.WeatherPlace;
import org.iotconnector.adafruit.rest.Words;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** What the platform's application interface answers: whatever it says, a caller can look at it. */
class AdafruitAnswerFuzzTest {
    private static final int LARGEST = 1024 * 1024;

    private static final List<Function<Values, Object>> RECORDS = List.of(
            Action::new,
            Activity::new,
            AirQualityPlace::new,
            Block::new,
            Chart::new,
            ClockTime::new,
            Dashboard::new,
            Datum::new,
            Feed::new,
            FeedDetails::new,
            Group::new,
            Permission::new,
            Throttle::new,
            WeatherPlace::new,
            Words::new);

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.getParameterCount() == 0 && Modifier.isPublic(method.getModifiers()))
                    .toList();
        }
    };

    @FuzzTest
    void records(byte[] input) {
        Check.read(() -> Json.readLenient(input, LARGEST), MappingException.class)
                .ifPresent(AdafruitAnswerFuzzTest::lookAtAll);
    }

    @FuzzTest
    void rows(byte[] input) {
        String text = Check.text(input);

        assertThat(CsvRow.read(text).place()).hasSizeLessThanOrEqualTo(3);
        assertThat(LinkHeader.next(text)).isNotNull();
        assertThat(AdafruitNotice.ofError(text).toNotice()).isNotNull();
        assertThat(AdafruitNotice.ofThrottle(text).toNotice()).isNotNull();
    }

    private static void lookAtAll(Value answer) {
        if (answer instanceof Value.Array list) {
            list.value().forEach(AdafruitAnswerFuzzTest::lookAtAll);
        } else if (answer instanceof Value.Struct struct) {
            RECORDS.forEach(record -> lookAt(record.apply(struct.value())));
        }
    }

    private static void lookAt(Object record) {
        for (Method accessor : ACCESSORS.get(record.getClass())) {
            Object seen = call(accessor, record);
            if (seen == null) {
                throw new AssertionError(accessor + " returned null");
            }
        }
    }

    private static Object call(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (InvocationTargetException failed) {
            throw new AssertionError(accessor + " failed", failed.getCause());
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
