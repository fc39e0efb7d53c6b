package org.iotconnector.tck.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.SessionPhase;

/** Random scripts of every statement but the expecting ones, made from their declarations: a new statement joins by itself. */
final class ScriptArbitraries {
    private ScriptArbitraries() {}

    static Arbitrary<FaultScript> scripts() {
        Arbitrary<List<Step>> settings = steps(
                        Language.FORMS.stream().filter(form -> form.group() == Form.Group.SETTING))
                .list()
                .ofMaxSize(3);
        Arbitrary<List<Step>> steps = steps(Language.FORMS.stream()
                        .filter(form -> form.group() != Form.Group.SETTING && form.group() != Form.Group.EXPECT))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
        return Combinators.combine(settings, steps).as((first, then) -> {
            List<Step> all = new ArrayList<>(first);
            all.addAll(then);
            return new FaultScript(all);
        });
    }

    private static Arbitrary<Step> steps(Stream<Form> forms) {
        List<Tuple.Tuple2<Integer, Arbitrary<Step>>> weighed =
                forms.map(form -> Tuple.of(weight(form), step(form))).toList();
        return Arbitraries.frequencyOf(weighed);
    }

    /** Without connections and messages nothing much happens; without an end more does. */
    private static int weight(Form form) {
        if (form.pattern().startsWith("accept") || form.pattern().startsWith("publish")) {
            return 10;
        }
        return form.pattern().equals("close") || form.pattern().equals("block the handler") ? 1 : 4;
    }

    private static Arbitrary<Step> step(Form form) {
        // Credentials that end at every moment are renewed at every moment, which takes long to follow over hours.
        boolean hasty = form.pattern().startsWith("with credentials");
        return values(form.elements()).map(values -> new Step(form, hasty ? Map.of("d", "20 min") : values));
    }

    private static Arbitrary<Map<String, String>> values(List<Element> elements) {
        Arbitrary<Map<String, String>> values = Arbitraries.just(Map.of());
        for (Element element : elements) {
            if (element instanceof Element.Slot slot) {
                values = joined(values, value(slot.type()).map(value -> Map.of(slot.name(), value)));
            } else if (element instanceof Element.Option option) {
                Arbitrary<Map<String, String>> there =
                        joined(Arbitraries.just(Map.of(option.name(), "")), values(option.parts()));
                values = joined(values, Arbitraries.oneOf(Arbitraries.just(Map.of()), there));
            }
        }
        return values;
    }

    private static Arbitrary<Map<String, String>> joined(
            Arbitrary<Map<String, String>> one, Arbitrary<Map<String, String>> other) {
        return Combinators.combine(one, other).as((a, b) -> {
            Map<String, String> both = new HashMap<>(a);
            both.putAll(b);
            return both;
        });
    }

    private static Arbitrary<String> value(SlotType type) {
        return switch (type) {
            case NUMBER -> Arbitraries.integers().between(1, 20).map(String::valueOf);
            case DECIMAL -> Arbitraries.of("0", "0.1", "0.5", "0.9", "0.999999");
            case QOS -> Arbitraries.of("0", "1", "2");
            case DURATION ->
                Arbitraries.of("1 ms", "100 ms", "1 s", "4 s", "6 s", "11 s", "31 s", "90 s", "3 min", "20 min");
            case TEXT -> Arbitraries.of("a", "b", "c/d");
            case PHASE -> Arbitraries.of(SessionPhase.class).map(SessionPhase::name);
            case STATE -> Arbitraries.of("ONLINE");
            case KIND -> Arbitraries.of(FailureKind.class).map(FailureKind::name);
            case POLICY -> Arbitraries.of(OverflowPolicy.class).map(OverflowPolicy::name);
            case OUTCOME -> Arbitraries.of("acknowledged");
        };
    }
}
