package org.iotconnector.samples.aliyunlamp;

/** One channel of an analogue-to-digital converter with 10 bits. A Raspberry Pi has none, so it is a chip beside it. */
@FunctionalInterface
interface Adc {
    /** The voltage on the channel, from 0 to 1023 for the reference voltage. */
    int read();
}
