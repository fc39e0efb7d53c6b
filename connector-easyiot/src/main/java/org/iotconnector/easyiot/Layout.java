package org.iotconnector.easyiot;

/** How values stand in messages. The platform gives payloads no form; a board and its peers agree on one. */
public enum Layout {
    /** One property per topic, its value as plain text: {@code 23.5}, {@code on}. What the vendor's blocks send. */
    TEXT,
    /** Several properties in one topic, as a JSON object: {@code {"temperature":23.5,"humidity":40}}. */
    JSON
}
