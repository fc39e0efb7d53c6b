package org.iotconnector.easyiot.siot.http;

import java.time.Instant;

/**
 * A project.
 *
 * @param id its name, the first level of its topics
 * @param description for people; may be empty
 * @param created when its first message came, in whole seconds
 */
public record SiotProject(String id, String description, Instant created) {}
