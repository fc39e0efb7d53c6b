package org.iotconnector.onenet.api;

/** In which order of time a history is listed. */
public enum SortOrder {
    OLDEST_FIRST("1"),
    NEWEST_FIRST("2");

    private final String parameter;

    SortOrder(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
