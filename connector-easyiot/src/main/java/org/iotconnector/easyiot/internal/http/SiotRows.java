package org.iotconnector.easyiot.internal.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.easyiot.siot.http.SiotDevice;
import org.iotconnector.easyiot.siot.http.SiotMessage;
import org.iotconnector.easyiot.siot.http.SiotProject;

/** The rows of SIoT's answers. */
public final class SiotRows {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private SiotRows() {}

    /** Each row of the member {@code data}; none if it is absent or null, as after no results. */
    public static <T> List<T> list(Values answer, Function<Values, T> row) {
        return answer.find("data")
                .map(data ->
                        data.asList().stream().map(Value::asStruct).map(row).toList())
                .orElse(List.of());
    }

    public static SiotMessage message(Values row) {
        return new SiotMessage(
                row.longInteger("ID"), row.text("Topic"), row.text("Content"), time(row.text("Created")));
    }

    public static SiotProject project(Values row) {
        return new SiotProject(row.text("ID"), text(row, "Description"), seconds(row.longInteger("Created")));
    }

    public static SiotDevice device(Values row) {
        return new SiotDevice(
                row.longInteger("ID"), row.text("ProjectID"), row.text("DeviceName"), text(row, "DeviceDesc"));
    }

    /** As the server reads and writes times, without a zone. */
    public static String format(LocalDateTime time) {
        return TIME.format(time);
    }

    private static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text, TIME);
        } catch (DateTimeException e) {
            throw new MappingException("Created", "\"" + text + "\" is no time such as 2019-06-06 11:55:39.", e);
        }
    }

    private static Instant seconds(long unix) {
        try {
            return Instant.ofEpochSecond(unix);
        } catch (DateTimeException e) {
            throw new MappingException("Created", unix + " s is no time.", e);
        }
    }

    private static String text(Values row, String name) {
        return row.find(name).map(Value::asText).orElse("");
    }
}
