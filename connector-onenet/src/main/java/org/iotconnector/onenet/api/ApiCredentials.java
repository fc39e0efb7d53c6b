package org.iotconnector.onenet.api;

import java.time.Instant;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.onenet.OneNetToken;
import org.iotconnector.onenet.SignMethod;

/**
 * As whom the application API is asked. For a device that is in a project the platform takes a user's or that project's
 * token, for one in no project a user's or its product's, for one handed over to another account a user's if it is in no
 * project. Immutable. OneNET, "Security authentication", read 2026-11 (page of 2026-04-30).
 */
public final class ApiCredentials {
    private final String resource;
    private final Secret key;
    private final String version;

    private ApiCredentials(String resource, Secret key, String version) {
        this.resource = resource;
        this.key = key;
        this.version = version;
    }

    /**
     * A user, for everything the account may do.
     *
     * @param accessKey the user's, base64, 64 characters
     */
    public static ApiCredentials ofUser(String userId, Secret accessKey) {
        return of("userid/" + userId, accessKey);
    }

    /**
     * A project, for the products and devices in it.
     *
     * @param projectKey base64
     */
    public static ApiCredentials ofProject(String projectId, Secret projectKey) {
        return of("projects/" + projectId, projectKey);
    }

    /**
     * A product, for those of its devices that are in no project.
     *
     * @param productKey the product's access key, base64, 44 characters
     */
    public static ApiCredentials ofProduct(String productId, Secret productKey) {
        return of("products/" + productId, productKey);
    }

    /**
     * Any resource, for what this page does not know.
     *
     * @param resource as it stands in a token, such as {@code products/{pid}/devices/{name}}
     */
    public static ApiCredentials of(String resource, Secret key) {
        return new ApiCredentials(resource, key, OneNetToken.API_VERSION);
    }

    /**
     * The same with tokens of another version. The documents name {@value OneNetToken#API_VERSION} only, the default;
     * programs in the field also use {@value OneNetToken#DEVICE_VERSION}.
     */
    public ApiCredentials withVersion(String tokenVersion) {
        return new ApiCredentials(resource, key, tokenVersion);
    }

    /** What tokens are made for: {@code userid/…}, {@code projects/…} or {@code products/…}. */
    public String resource() {
        return resource;
    }

    /** The version of the tokens. */
    public String version() {
        return version;
    }

    /**
     * Makes a token.
     *
     * @throws IllegalArgumentException if the key is not base64; the text does not quote it
     */
    public OneNetToken token(Instant expiry, SignMethod method) {
        return OneNetToken.sign(key, version, resource, expiry, method);
    }

    @Override
    public String toString() {
        return "ApiCredentials[" + resource + ", version=" + version + "]";
    }
}
