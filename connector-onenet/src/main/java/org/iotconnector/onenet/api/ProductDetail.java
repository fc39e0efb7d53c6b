package org.iotconnector.onenet.api;

import java.util.Optional;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** A product as the platform describes it. No public page shows all members of this answer. Immutable. */
public final class ProductDetail {
    private static final String KEY = "access_key";

    private final Optional<Secret> key;
    private final Values values;

    private ProductDetail(Optional<Secret> key, Values values) {
        this.key = key;
        this.values = values;
    }

    static ProductDetail read(Values data) {
        Values rest = data.without(KEY).without("api_key").without("sec_key");
        return new ProductDetail(data.find(KEY).map(Value::asText).map(Secret::of), rest);
    }

    public Optional<String> name() {
        return values.find("name").map(Value::asText);
    }

    /** The product's access key, base64. */
    public Optional<Secret> key() {
        return key;
    }

    /** Everything as received, but for keys. */
    public Values values() {
        return values;
    }

    @Override
    public String toString() {
        return "ProductDetail[" + values + "]";
    }
}
