package org.iotconnector.simulator.internal.onenet.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** What a request asks for, from its query or its JSON body. Every mistake names the parameter. */
final class Parameters {
    private final Map<String, ? extends @Nullable Object> values;

    private Parameters(Map<String, ? extends @Nullable Object> values) {
        this.values = values;
    }

    static Parameters ofQuery(Request request) {
        return new Parameters(request.query());
    }

    static Parameters ofBody(Request request) {
        try {
            return new Parameters(Json.object(Json.read(request.body()))
                    .orElseThrow(() -> invalid("the body must be a JSON object")));
        } catch (IOException malformed) {
            throw invalid("the body is not JSON: " + malformed.getMessage());
        }
    }

    /** A text that must be there and not empty. */
    String text(String name) {
        Object value = values.get(name);
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw value == null ? missing(name) : invalid(name + " must be text and not empty");
    }

    /** A text, or null. */
    @Nullable
    String optionalText(String name) {
        return values.get(name) == null ? null : text(name);
    }

    /** A whole number within bounds. */
    long number(String name, long least, long most) {
        Object value = values.get(name);
        if (value == null) {
            throw missing(name);
        }
        String digits = value.toString();
        long number = digits.matches("-?[0-9]{1,18}") ? Long.parseLong(digits) : least - 1;
        if (number < least || number > most) {
            throw invalid(name + " is [" + value + "], expected a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** As {@link #number(String, long, long)}, with a default. */
    long number(String name, long least, long most, long otherwise) {
        return values.get(name) == null ? otherwise : number(name, least, most);
    }

    /** An object that must be there. */
    Map<String, @Nullable Object> object(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw missing(name);
        }
        return Json.object(value).orElseThrow(() -> invalid(name + " must be an object"));
    }

    /** A list of texts that must be there. */
    List<String> texts(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw missing(name);
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw invalid(name + " must be a list of texts");
        }
        return list.stream().map(String.class::cast).toList();
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    static ApiFailure invalid(String what) {
        return new ApiFailure(ApiCode.PARAMETER, "invalid parameter: " + what);
    }

    private static ApiFailure missing(String name) {
        return new ApiFailure(ApiCode.PARAMETER, "required parameter: " + name);
    }
}
