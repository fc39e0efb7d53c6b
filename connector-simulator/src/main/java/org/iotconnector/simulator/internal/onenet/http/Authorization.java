package org.iotconnector.simulator.internal.onenet.http;

import java.util.Set;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.iotconnector.simulator.internal.onenet.TokenScope;
import org.iotconnector.simulator.internal.onenet.TokenVerdict;
import org.iotconnector.simulator.onenet.OneNetProject;
import org.iotconnector.simulator.onenet.OneNetRule;
import org.jspecify.annotations.Nullable;

/** Who may do what, by the token in the {@code Authorization} header. OneNET, "Security authentication", read 2026-04-30. */
final class Authorization {
    private static final String API_VERSION = "2022-05-01";
    private static final String DEVICE_VERSION = "2018-10-31";

    private final OneNetCloud cloud;

    Authorization(OneNetCloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Demands a token that opens the application API for a product, or for one of its devices: that of a user, of the project the
     * product is in, or of the product if it is in none; and, as practice shows, that of the device itself in the older version.
     *
     * @param deviceName null when the request is about the product
     */
    void requireApplication(Request request, String productId, @Nullable String deviceName) {
        Set<String> versions = cloud.settings().has(OneNetRule.STRICT_API_VERSION)
                ? Set.of(API_VERSION)
                : Set.of(API_VERSION, DEVICE_VERSION);
        TokenVerdict verdict =
                cloud.tokens().check(token(request), versions, scope -> fits(scope, productId, deviceName));
        require(verdict);
        if (verdict.scope() instanceof TokenScope.Device
                && verdict.token() != null
                && verdict.token().version().equals(API_VERSION)) {
            throw refused("a device's token of version " + API_VERSION + " does not open the application API");
        }
    }

    /** Demands the token of a device, or of its product, as OTA and files do. */
    void requireDevice(Request request, String productId, String deviceName) {
        require(checkDevice(request, productId, deviceName));
    }

    /** As {@link #requireDevice}, for callers with their own form of refusal. */
    TokenVerdict checkDevice(Request request, String productId, String deviceName) {
        return cloud.tokens()
                .check(token(request), Set.of(DEVICE_VERSION), scope -> scope.covers(productId, deviceName));
    }

    private boolean fits(TokenScope scope, String productId, @Nullable String deviceName) {
        if (scope instanceof TokenScope.User) {
            return true;
        }
        if (scope instanceof TokenScope.Project project) {
            return cloud.settings().projects().stream()
                    .filter(known -> known.projectId().equals(project.projectId()))
                    .anyMatch(known -> known.productIds().contains(productId));
        }
        if (scope instanceof TokenScope.Product product) {
            return product.productId().equals(productId) && !isInProject(productId);
        }
        return deviceName != null && scope.covers(productId, deviceName);
    }

    private boolean isInProject(String productId) {
        return cloud.settings().projects().stream()
                .map(OneNetProject::productIds)
                .anyMatch(products -> products.contains(productId));
    }

    private void require(TokenVerdict verdict) {
        if (!verdict.isGood()) {
            throw refused(verdict.text());
        }
    }

    private ApiFailure refused(String reason) {
        int status = cloud.settings().has(OneNetRule.HTTP_STATUS_401) ? 401 : 200;
        return new ApiFailure(status, ApiCode.AUTHENTICATION, "authentication failed: " + reason);
    }

    private static @Nullable String token(Request request) {
        return request.header("Authorization").orElse(null);
    }
}
