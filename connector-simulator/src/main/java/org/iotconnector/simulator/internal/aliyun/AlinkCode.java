package org.iotconnector.simulator.internal.aliyun;

/** Reply codes the simulated platform gives. Alibaba Cloud, "Error codes", read 2026-11-21. */
final class AlinkCode {
    static final int SUCCESS = 200;
    static final int PARAMETER_ERROR = 460;
    static final int DESIRED_TOO_MANY = 6104;
    static final int TOO_MANY_PROPERTIES = 6106;
    static final int NOT_JSON = 6207;
    static final int METHOD_MISSING = 6300;
    static final int UNKNOWN_MEMBER = 6304;
    static final int NOT_IN_MODEL = 6320;
    static final int TIME_FORMAT = 6326;
    static final int NOT_OWN_DEVICE = 6401;
    static final int SCRIPT_WITHOUT_METHOD = 6450;
    static final int SCRIPT_FAILED = 26002;

    private AlinkCode() {}

    /** The text that goes with a code. */
    static String message(int code) {
        return switch (code) {
            case SUCCESS -> "success";
            case PARAMETER_ERROR -> "request parameter error";
            case DESIRED_TOO_MANY, TOO_MANY_PROPERTIES -> "map size must less than 200";
            case NOT_JSON -> "payload is not json";
            case METHOD_MISSING, SCRIPT_WITHOUT_METHOD -> "method not exist";
            case UNKNOWN_MEMBER -> "tsl parse: params not exist";
            case NOT_IN_MODEL -> "tsl parse: property or event not exist";
            case TIME_FORMAT -> "tsl parse: time is invalid";
            case NOT_OWN_DEVICE -> "topo relation not exist";
            case SCRIPT_FAILED -> "script error";
            default -> "tsl parse: value does not fit its type";
        };
    }
}
