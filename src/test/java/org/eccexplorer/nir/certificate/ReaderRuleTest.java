package org.eccexplorer.nir.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eccexplorer.nir.NirGraph;
import org.eccexplorer.nir.NirGraph.Edge;
import org.eccexplorer.nir.NirModels;
import org.eccexplorer.nir.NirNode;
import org.eccexplorer.nir.Profile;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small examples, calculated by hand. */
class ReaderRuleTest {
    /** Currents whose order decides: they sum to −0.4, and yet a neuron fires. */
    private static final float[] CURRENTS = {0.9f, 0.3f, -2, 0.4f};

    /** V after the four currents, and the spikes until then, for V_thr = 1. */
    @ParameterizedTest
    @CsvSource({
        // 0.9, 1.2 → 1 and 0.2, −1.8, −1.4
        "ECC, 1, -1.4",
        "SNNTORCH_452, 1, -1.4",
        "SPINNAKER2, 1, -1.4",
        // 0.9, 1.2 → 1 and 0, −2, −1.6
        "FORMAT, 1, -1.6",
        "NORSE, 1, -1.6",
        "SPIKINGJELLY, 1, -1.6",
        // 0.9, 1.2 → 1 and 0.2, −1.8 held at −1, −0.6
        "SINABS, 1, -0.6",
        // 0.9, 0.81 + 0.3 = 1.11 → 1 and 0.11, 0.099 − 2 = −1.901, −1.7109 + 0.4 = −1.3109
        "SNNTORCH, 1, -1.3109",
    })
    void currentsWhoseOrderDecides(Reader reader, float spikes, float left) {
        ReaderRule rule = reader.rule();
        float v = 0;
        float count = 0;
        for (float current : CURRENTS) {
            v = rule.decay() * v + current;
            float sent = rule.spikes(v, 1);
            v = rule.after(v, sent, 1);
            count += sent;
        }
        assertThat(count).isEqualTo(spikes);
        assertThat(v).isCloseTo(left, within(1e-5f));
    }

    @Test
    void atTheThresholdItselfSomeFire() {
        assertThat(Reader.ECC.rule().spikes(1, 1)).isOne();
        assertThat(Reader.SPIKINGJELLY.rule().spikes(1, 1)).isOne();
        assertThat(Reader.FORMAT.rule().spikes(1, 1)).isZero();
        assertThat(Reader.SNNTORCH.rule().spikes(1, 1)).isZero();
    }

    @Test
    void sinabsSendsSeveralSpikesInOneTimestep() {
        assertThat(Reader.SINABS.rule().spikes(2.5f, 1)).isEqualTo(2);
        assertThat(Reader.SINABS.rule().after(2.5f, 2, 1)).isEqualTo(0.5f);
        assertThat(Reader.ECC.rule().spikes(2.5f, 1)).isOne();
    }

    /**
     * One neuron with a constant current of 0.6 drives another through a weight of 1. It is at 0.6,
     * 1.2 → 0.2, 0.8, 1.4 → 0.4, 1.0 → 0.0, so it fires in the timesteps 2, 4 and 5. Where it fires
     * before it adds, all is a timestep later.
     */
    @ParameterizedTest
    @CsvSource({
        "ECC, 3, 3",
        // The spikes of 2 and 4 arrive in 3 and 5, that of 5 never.
        "SPINNAKER2, 3, 2",
        // It fires in 3 and 5; the second adds a spike of 3 in 3 and fires in 4, and no more.
        "SPYX, 2, 1",
    })
    void spikesThatComeATimestepLater(Reader reader, float first, float second)
            throws ProblemException {
        ReaderSimulation simulation =
                new ReaderSimulation(NirModels.spiking("two", two()), reader.rule());
        ReaderSimulation.Run run = simulation.run(new float[] {0}, 5, () -> false);
        assertThat(run.counts().get(0)).containsExactly(first);
        assertThat(run.counts().get(1)).containsExactly(second);
    }

    /** V_thr = 1 and a current of 2.5, then nothing. */
    @ParameterizedTest
    @CsvSource({
        // 2.5 → 1.5, 1.5 → 0.5, 0.5
        "ECC, '1 1 0', 0.5",
        // 2.5 → 1.5; 1.5 > 1 is paid for first: 0.5 does not fire and gets it back, so on for ever
        "SNNTORCH_452, '1 0 0', 1.5",
        // 2.5 → 0.5 with two spikes
        "SINABS, '2 0 0', 0.5",
    })
    void muchChargeAtOnce(Reader reader, String spikes, float left) {
        ReaderRule rule = reader.rule();
        float v = 0;
        List<Long> sent = new ArrayList<>();
        for (float current : new float[] {2.5f, 0, 0}) {
            float owed = rule.owed(v, 1);
            v = v + current - owed;
            float fired = rule.spikes(v, 1);
            v = rule.after(v, fired - owed, 1);
            sent.add(Math.round((double) fired));
        }
        assertThat(sent.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(spikes);
        assertThat(v).isEqualTo(left);
    }

    /** The loader of sinabs goes down one branch to the end before it takes the other. */
    @Test
    void sinabsLosesTheShortcutOfABranchThatItHasNotRun() {
        Map<String, NirNode> nodes = new LinkedHashMap<>(two().nodes());
        List<Edge> edges = new ArrayList<>(two().edges());
        assertThat(Reader.SINABS.refusal(two())).isEmpty();
        nodes.put("shortcut", new NirNode.Affine(1, 1, new float[] {1}, new float[] {0}));
        edges.add(new Edge("first", "shortcut"));
        edges.add(new Edge("shortcut", "second"));
        NirGraph joined = new NirGraph(NirGraph.VERSION, nodes, edges, Map.of());
        assertThat(Reader.SINABS.refusal(joined))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.why()).contains("second");
                    assertThat(refusal.profile()).isEmpty();
                });
        assertThat(Reader.NORSE.refusal(joined)).isEmpty();
    }

    @Test
    void aRefusalNamesTheProfileThatTheReaderWants() {
        assertThat(Reader.SPIKINGJELLY.refusal(two()))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.profile()).contains(Profile.SPIKINGJELLY);
                    assertThat(refusal.statement()).contains("r = 1", "spikingjelly");
                });
        assertThat(Reader.SPINNAKER2.refusal(two()))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.profile()).contains(Profile.SPINNAKER2));
    }

    /** Thresholds a little below what is reached, so that rounding decides nothing. */
    private static NirGraph two() {
        Map<String, NirNode> nodes = new LinkedHashMap<>();
        nodes.put("input", new NirNode.Input(new int[] {1}));
        nodes.put("a", new NirNode.Affine(1, 1, new float[] {0}, new float[] {0.6f}));
        nodes.put("first", neuron());
        nodes.put("b", new NirNode.Affine(1, 1, new float[] {1}, new float[] {0}));
        nodes.put("second", neuron());
        nodes.put("c", new NirNode.Affine(2, 1, new float[] {1, -1}, new float[2]));
        nodes.put("output", new NirNode.Output(new int[] {2}));
        List<Edge> edges =
                List.of(
                        new Edge("input", "a"),
                        new Edge("a", "first"),
                        new Edge("first", "b"),
                        new Edge("b", "second"),
                        new Edge("second", "c"),
                        new Edge("c", "output"));
        return new NirGraph(NirGraph.VERSION, nodes, edges, Map.of("reset", "subtract"));
    }

    private static NirNode neuron() {
        return new NirNode.IntegrateAndFire(
                new int[] {1}, new float[] {1}, new float[] {0.999f}, new float[1]);
    }
}
