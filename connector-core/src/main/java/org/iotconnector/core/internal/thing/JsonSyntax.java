package org.iotconnector.core.internal.thing;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** The one JSON dialect of the toolkit: RFC 8259 without extensions, in UTF-8, within limits. */
public final class JsonSyntax {
    /** Platforms take a few hundred KB at most; what is larger is an error or an attack. */
    public static final int MAX_BYTES = 1 << 20;

    public static final int MAX_DEPTH = 32;

    /** Thread-safe. Without detection of the character set, since two zero bytes would turn it to UTF-16 or 32. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_BYTES)
                    .maxNumberLength(1000)
                    .build())
            .build();

    private JsonSyntax() {}
}
