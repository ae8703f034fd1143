package org.eccexplorer.script;

import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Which networks a simulator can run as they are; others are refused, never approximated. */
final class ScriptLimits {
    /** Brian 2 and NEST keep each synapse by itself, about 50 bytes. */
    static final long MOST_SYNAPSES = 20_000_000;

    private ScriptLimits() {}

    static void check(ScriptKind kind, SpikingNetwork network) throws ProblemException {
        switch (kind) {
            case PYTORCH -> {}
            case SPIKINGJELLY -> {
                requirePlain(kind, network);
                requireNoLeak(kind, network);
            }
            case BRIAN2 -> {
                requirePlain(kind, network);
                requireOwnSynapses(kind, network);
            }
            case NEST -> {
                requirePlain(kind, network);
                requireNoLeak(kind, network);
                requireSubtraction(kind, network);
                requireOwnSynapses(kind, network);
            }
        }
    }

    private static void requirePlain(ScriptKind kind, SpikingNetwork network)
            throws ProblemException {
        for (SpikingLayer layer : network.layers()) {
            if (layer.role() != Role.MAXIMUM_GATE && !layer.firing().isPlain()) {
                throw unsupported(
                        kind,
                        layer.name(),
                        Texts.text("script.signedSpikes"),
                        Texts.text("script.plainSpikes"));
            }
        }
    }

    private static void requireNoLeak(ScriptKind kind, SpikingNetwork network)
            throws ProblemException {
        if (network.dynamics().leak() > 0) {
            throw unsupported(
                    kind, network.name(), Texts.text("script.leaks"), Texts.text("script.noLeak"));
        }
    }

    private static void requireSubtraction(ScriptKind kind, SpikingNetwork network)
            throws ProblemException {
        if (network.dynamics().resetsToZero()) {
            throw unsupported(
                    kind,
                    network.name(),
                    Texts.text("script.resetsToZero"),
                    Texts.text("script.subtract"));
        }
    }

    /** One object per synapse, no gates, no shared weights. */
    private static void requireOwnSynapses(ScriptKind kind, SpikingNetwork network)
            throws ProblemException {
        if (!network.dynamics().hasConstantInput()) {
            throw unsupported(
                    kind,
                    network.name(),
                    Texts.text("script.poisson"),
                    Texts.text("script.constantInput"));
        }
        long synapses = 0;
        for (SpikingLayer layer : network.layers()) {
            if (layer.role() == Role.MAXIMUM_GATE) {
                throw unsupported(
                        kind, layer.name(), Texts.text("script.gate"), Texts.text("script.noGate"));
            }
            synapses += layer.projections().stream().mapToLong(Projection::synapses).sum();
        }
        if (synapses > MOST_SYNAPSES) {
            throw new ProblemException(
                    Problem.Kind.LIMIT,
                    network.name(),
                    Texts.text("script.tooLarge", name(kind)),
                    Texts.text(
                            "script.synapses",
                            Numbers.count(synapses),
                            Numbers.count(MOST_SYNAPSES)),
                    Texts.text("script.usePyTorch"));
        }
    }

    private static ProblemException unsupported(
            ScriptKind kind, String where, String why, String remedy) {
        return new ProblemException(
                Problem.Kind.UNSUPPORTED,
                where,
                Texts.text("script.cannotRun", name(kind)),
                why,
                remedy);
    }

    static String name(ScriptKind kind) {
        return switch (kind) {
            case PYTORCH -> Texts.text("script.name.pytorch");
            case SPIKINGJELLY -> Texts.text("script.name.spikingjelly");
            case BRIAN2 -> Texts.text("script.name.brian2");
            case NEST -> Texts.text("script.name.nest");
        };
    }
}
