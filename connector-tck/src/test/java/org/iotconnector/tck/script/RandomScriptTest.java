package org.iotconnector.tck.script;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.slf4j.LoggerFactory;

/** Whatever network, server and application do, in whatever order, the session keeps its promises: {@link Promises}. */
class RandomScriptTest {
    private static final int TRIES = 10_000;
    private static final ThreadLocal<ScriptBench> BENCH = ThreadLocal.withInitial(ScriptBench::new);

    @BeforeContainer
    static void silence() {
        logger().setLevel(Level.OFF);
    }

    @AfterContainer
    static void close() {
        BENCH.get().close();
        BENCH.remove();
        logger().setLevel(null);
    }

    /** Each failure is logged once for each session, which is a lot for 10 000 sessions that have nothing but failures. */
    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("org.iotconnector");
    }

    @Provide
    Arbitrary<FaultScript> scripts() {
        return ScriptArbitraries.scripts();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void session_underAnyScript_keepsItsPromises(@ForAll("scripts") FaultScript script) {
        script.runLeniently(BENCH.get());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void script_printed_readsBackAsTheSame(@ForAll("scripts") FaultScript script) {
        assertThat(FaultScript.parse(script.toString())).isEqualTo(script);
    }
}
