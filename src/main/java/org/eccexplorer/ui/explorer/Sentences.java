package org.eccexplorer.ui.explorer;

import org.eccexplorer.app.RunState;
import org.eccexplorer.measure.ErrorSplit;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;

/** Sentences made from the figures of a run. */
final class Sentences {
    private Sentences() {}

    /** Which cause is the largest over all layers, and what would mend it. */
    static String dominantCause(RunState run) {
        if (run.snapshot().isEmpty()) {
            return "mean |CNN activation − SNN rate| by cause";
        }
        double clipping = 0;
        double quantisation = 0;
        double inherited = 0;
        double unevenness = 0;
        RunSnapshot snapshot = run.snapshot().get();
        for (LayerMeasures layer : snapshot.layers()) {
            ErrorSplit split = layer.error();
            clipping += split.clipping().meanAbsolute();
            quantisation += split.quantisation().meanAbsolute();
            inherited += split.inherited().meanAbsolute();
            unevenness += split.unevenness().meanAbsolute();
        }
        double most = Math.max(Math.max(clipping, quantisation), Math.max(inherited, unevenness));
        if (most == clipping) {
            return "Clipping dominates: activations above the scale cannot be carried; switch CN on";
        }
        if (most == quantisation) {
            return run.settings().conversion().residualElimination()
                    ? "Quantisation dominates: whole spikes are coarse; more timesteps mend it"
                    : "Quantisation dominates: every neuron rounds down; TRE mends it";
        }
        if (most == unevenness) {
            return "Unevenness dominates: spikes come in bursts; more timesteps mend it";
        }
        return "Inherited error dominates: layers pass on what earlier ones got wrong";
    }
}
