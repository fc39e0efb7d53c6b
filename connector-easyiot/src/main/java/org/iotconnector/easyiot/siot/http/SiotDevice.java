package org.iotconnector.easyiot.siot.http;

/**
 * A device of a project.
 *
 * @param id the server's number for it
 * @param project the first level of its topic
 * @param name the second level of its topic
 * @param description for people; may be empty
 */
public record SiotDevice(long id, String project, String name, String description) {
    /** Project and name. */
    public String topic() {
        return project + "/" + name;
    }
}
