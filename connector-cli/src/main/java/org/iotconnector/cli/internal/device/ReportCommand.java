package org.iotconnector.cli.internal.device;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CliCommand;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.ExitCodes;
import org.iotconnector.cli.internal.JsonText;
import org.iotconnector.cli.internal.settings.DeviceInput;
import org.iotconnector.cli.internal.settings.DeviceSetup;
import org.iotconnector.cli.internal.settings.SettingOptions;
import org.iotconnector.cli.internal.settings.Texts;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.Reply;
import org.iotconnector.core.settings.NearestName;
import org.iotconnector.core.spi.Providers;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.EventSpec;
import org.iotconnector.core.thing.FieldSpec;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Values;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc report}: logs in, reports once, waits for the server's acknowledgement and the platform's answer. */
public final class ReportCommand implements CliCommand {
    private static final String EVENT = "--event";
    private static final String TIMEOUT = "--timeout";
    private static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(20);

    private final Providers providers;
    private final Shell shell;

    public ReportCommand(Providers providers, Shell shell) {
        this.providers = providers;
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "report",
                "Reports values of a device once and tells what the server and the platform answer.",
                List.of(
                        "iotc report lamp.yaml LightSwitch=true CurrentLedADC=512",
                        "iotc report lamp.yaml Name='\"007\"'          quotes make a text of what looks like a number",
                        "iotc report lamp.yaml --event overheat Temperature=81.5 --timeout 5s",
                        "iotc report lamp.yaml LightSwitch=true --endpoint mqtt://127.0.0.1:1883"));
        spec.addPositional(Commands.requiredFile("<device.yaml>", "Settings file of the device."));
        spec.addPositional(PositionalParamSpec.builder()
                .index("1..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("<name=value>")
                .description("What to report. The thing model gives the types; without one, true, 12, 1.5, {…} and […]"
                        + " are read as in JSON and the rest is text.")
                .build());
        spec.addOption(Commands.option(EVENT, "<name>", "Reports an event with these values as its output."));
        spec.addOption(Commands.option(
                TIMEOUT, "<time>", "Gives up after this time, for the login and the answer each. Default: 20s."));
        spec.addOption(Commands.json("Prints the answer as JSON."));
        SettingOptions.add(spec, SettingOptions.ofAll(providers));
        return spec;
    }

    @Override
    public int run(ParseResult arguments) throws Exception {
        Duration timeout = Commands.duration(arguments, TIMEOUT).orElse(STANDARD_TIMEOUT);
        Optional<String> event = Commands.text(arguments, EVENT);
        Path file = Commands.file(arguments).orElseThrow();
        DeviceSetup<?> setup = new DeviceInput(providers, shell).read(file, arguments);
        Values values =
                reader(setup.config().thingModel(), event).read(arguments.matchedPositionalValue(1, List.<String>of()));
        if (values.isEmpty() && event.isEmpty()) {
            throw CommandFailure.usage("There is nothing to report; add name=value, such as LightSwitch=true.");
        }
        boolean json = Commands.isSet(arguments, Commands.JSON);
        try (Connector connector = Connector.create();
                Device device = setup.open(connector)) {
            FirstLogin.await(device, timeout, shell.err());
            Delivery delivery = event.isPresent() ? device.event(event.get(), values) : device.report(values);
            print(json, "reported " + event.map(name -> name + " ").orElse("") + Texts.of(values));
            await(delivery, timeout, json);
        }
        return ExitCodes.DONE;
    }

    private void await(Delivery delivery, Duration timeout, boolean json) throws Exception {
        try {
            delivery.acknowledged().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            print(json, "acknowledged by the server");
            Reply reply = delivery.replied().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            print(json, reply.fromPlatform() ? "replied " + reply.code() + " " + reply.text() : "no reply expected");
            if (json) {
                shell.out().println(JsonText.line(fields(reply)));
            }
        } catch (TimeoutException late) {
            throw CommandFailure.failed("No " + (delivery.acknowledged().isDone() ? "reply of the platform" : "PUBACK")
                    + " came within " + timeout.toMillis() / 1000.0 + " s; try a longer --timeout.");
        }
    }

    private void print(boolean json, String line) {
        if (!json) {
            shell.out().println(line.stripTrailing());
        }
    }

    private static Map<String, Object> fields(Reply reply) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("acknowledged", true);
        fields.put("replied", reply.fromPlatform());
        if (reply.fromPlatform()) {
            fields.put("code", reply.code());
            fields.put("text", reply.text());
            fields.put("data", reply.data().toPlain());
        }
        return fields;
    }

    private static ValueArguments reader(Optional<ThingModel> model, Optional<String> event) {
        if (model.isEmpty()) {
            return ValueArguments.guessed();
        }
        Map<String, DataType> types = new LinkedHashMap<>();
        if (event.isPresent()) {
            for (FieldSpec field : eventOf(model.get(), event.get()).output()) {
                types.put(field.identifier(), field.type());
            }
        } else {
            for (PropertySpec property : model.get().properties()) {
                types.put(property.identifier(), property.type());
            }
        }
        return ValueArguments.typed(types);
    }

    private static EventSpec eventOf(ThingModel model, String name) {
        List<String> known = model.events().stream().map(EventSpec::identifier).toList();
        return model.event(name)
                .orElseThrow(() -> CommandFailure.usage("The thing model has no event " + name
                        + NearestName.of(name, known)
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse("; it has " + String.join(", ", known) + ".")));
    }
}
