package org.iotconnector.simulator.internal.onenet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.iotconnector.simulator.onenet.OneNetRule;
import org.iotconnector.simulator.onenet.OneNetSettings;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens of any use. Codes as in OneNET Studio, "Device log", read 2026-11. The order of the checks is not documented; here
 * form comes before resource, resource before time, and the signature is last.
 */
public final class TokenCheck {
    /** What devices, OTA and files take. */
    public static final Set<String> DEVICE_VERSIONS = Set.of("2018-10-31");
    /** What the application API takes, unless {@link OneNetRule#STRICT_API_VERSION} is in force. */
    public static final Set<String> API_VERSIONS = Set.of("2022-05-01", "2018-10-31");
    /** What the application API takes by its documentation. */
    public static final Set<String> STRICT_API_VERSIONS = Set.of("2022-05-01");

    private static final int EMPTY = 1101;
    private static final int INVALID_TOKEN = 1103;
    private static final int EXPIRED = 1104;
    private static final int KEY_NOT_FOUND = 1105;
    private static final int SIGN_MISMATCH = 1106;
    private static final int DEVICE_NOT_FOUND = 1107;
    private static final int METHOD_UNSUPPORTED = 1110;
    private static final int INVALID_VERSION = 1111;
    private static final int RES_MISMATCH = 1114;

    private final OneNetRegistry registry;
    private final OneNetSettings settings;
    private final Clock clock;

    TokenCheck(OneNetRegistry registry, OneNetSettings settings, Clock clock) {
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Verifies a token.
     *
     * @param text the token as received, null or empty when there is none
     * @param versions the versions this use allows
     * @param fits whether the token may be used here; what does not fit gets 1114
     */
    public TokenVerdict check(@Nullable String text, Set<String> versions, Predicate<TokenScope> fits) {
        if (text == null || text.isEmpty()) {
            return new TokenVerdict(EMPTY, "invalid argument: there is no token", null, null);
        }
        Token token = Token.parse(text).orElse(null);
        if (token == null) {
            return new TokenVerdict(
                    INVALID_TOKEN,
                    "invalid token: it needs exactly the fields version, res, et, method, sign, percent-encoded",
                    null,
                    null);
        }
        if (!versions.contains(token.version())) {
            return bad(
                    INVALID_VERSION, "invalid version: [" + token.version() + "], expected one of " + versions, token);
        }
        if (!token.isMethodKnown()) {
            return bad(
                    METHOD_UNSUPPORTED,
                    "method unsupported: [" + token.method() + "], expected md5, sha1 or sha256",
                    token);
        }
        TokenScope scope = TokenScope.parse(token.res()).filter(fits).orElse(null);
        if (scope == null) {
            return bad(RES_MISMATCH, "res [" + token.res() + "] does not match who uses the token", token);
        }
        return check(token, scope);
    }

    private TokenVerdict check(Token token, TokenScope scope) {
        if (token.et() < clock.instant().getEpochSecond()) {
            return bad(
                    EXPIRED,
                    "token expired: et is " + token.et() + ", now it is "
                            + clock.instant().getEpochSecond(),
                    token);
        }
        if (scope instanceof TokenScope.Device device
                && registry.device(device.productId(), device.deviceName()).isEmpty()) {
            return bad(DEVICE_NOT_FOUND, "device not found: [" + token.res() + "]", token);
        }
        List<String> keys = keys(scope);
        if (keys.isEmpty()) {
            return bad(KEY_NOT_FOUND, "key not found for [" + token.res() + "]", token);
        }
        if (keys.stream().noneMatch(token::isSignedWith)) {
            return bad(SIGN_MISMATCH, "sign not match: another key, or another text was signed", token);
        }
        return new TokenVerdict(TokenVerdict.OK, "", token, scope);
    }

    /** The keys that may sign for this resource. */
    private List<String> keys(TokenScope scope) {
        if (scope instanceof TokenScope.Device device) {
            List<String> keys = new ArrayList<>();
            registry.device(device.productId(), device.deviceName())
                    .map(DeviceState::key)
                    .ifPresent(keys::add);
            if (!settings.has(OneNetRule.STRICT_PRODUCT_KEY)) {
                productKey(device.productId()).ifPresent(keys::add);
            }
            return keys;
        }
        if (scope instanceof TokenScope.Product product) {
            return productKey(product.productId()).stream().toList();
        }
        if (scope instanceof TokenScope.User user) {
            return Optional.ofNullable(settings.userKeys().get(user.userId())).stream()
                    .toList();
        }
        return settings.projects().stream()
                .filter(project -> scope.equals(new TokenScope.Project(project.projectId())))
                .map(project -> project.accessKey())
                .toList();
    }

    private Optional<String> productKey(String productId) {
        return registry.product(productId).map(ProductState::accessKey);
    }

    private static TokenVerdict bad(int code, String text, Token token) {
        return new TokenVerdict(code, text, token, TokenScope.parse(token.res()).orElse(null));
    }
}
