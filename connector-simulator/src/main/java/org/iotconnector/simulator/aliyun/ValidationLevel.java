package org.iotconnector.simulator.aliyun;

/** How strictly reported values are checked against the thing model. Alibaba Cloud, "TSL", read 2026-11-21. */
public enum ValidationLevel {
    /** Nothing is checked. */
    NONE,
    /** Identifiers and data types. The platform's default for products made since 2020-10-14. */
    WEAK,
    /** Also ranges, lengths, enumeration members and the completeness of structures. */
    STRONG
}
