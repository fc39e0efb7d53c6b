package org.iotconnector.samples.aliyunlamp;

import org.iotconnector.samples.common.SampleCommand;
import org.iotconnector.samples.common.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The lamp's command line. */
@Command(
        name = "java -jar aliyun-lamp.jar",
        description = "A lamp on Aliyun IoT: reports LightSwitch and CurrentLedADC every second, obeys LightSwitch.")
final class LampCommand extends SampleCommand {
    @Option(names = "--led-pin", paramLabel = "17", description = "BCM number of the LED's pin (${DEFAULT-VALUE}).")
    private int ledPin = 17;

    @Option(names = "--adc-channel", paramLabel = "0", description = "MCP3008 channel, 0 to 7 (${DEFAULT-VALUE}).")
    private int adcChannel;

    @Option(names = "--mock", description = "Use no hardware, on a Raspberry Pi too.")
    private boolean mock;

    @Override
    protected void run(StopSignal stop) throws Exception {
        AliyunLamp.run(this, stop);
    }

    LampPlatform platform() {
        return settings().map(LampPlatform::ofFile).orElseGet(SimulatedCloud::new);
    }

    LampHardware hardware() {
        return mock ? Pi4jLamp.mock(ledPin) : Pi4jLamp.detect(ledPin, adcChannel);
    }
}
