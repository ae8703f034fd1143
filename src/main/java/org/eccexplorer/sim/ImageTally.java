package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eccexplorer.sim.kernel.Lanes;

/** Gathers what a run will report, block by block. */
final class ImageTally {
    private static final float[] NONE = {};

    private final List<LayerPlan> plans;
    private final int timesteps;
    private final List<PerStep> layers = new ArrayList<>();
    private final float[] outputs;

    /** What decides between equal outputs: the potential, or S_t where it orders the same. */
    private final float[] tieBreak;

    private final int classes;

    ImageTally(List<LayerPlan> plans, int timesteps) {
        this.plans = plans;
        this.timesteps = timesteps;
        plans.forEach(plan -> layers.add(PerStep.of(timesteps)));
        classes = plans.getLast().layer.neurons();
        outputs = new float[timesteps * classes];
        tieBreak = new float[timesteps * classes];
    }

    float[] outputs() {
        return outputs;
    }

    void add(int layer, LayerState state, int first, int steps) {
        double unit = (double) state.plan.layer.threshold() * state.plan.layer.neurons();
        PerStep perStep = layers.get(layer);
        for (int t = 0; t < steps; t++) {
            double potential = 0;
            double magnitude = 0;
            for (LayerSlice part : state.parts) {
                potential += sum(part.potential, t);
                magnitude += sum(part.magnitude, t);
            }
            perStep.spikes()[first + t] = state.spikes.count(t);
            perStep.operations()[first + t] = state.operations[t];
            perStep.residual()[first + t] = magnitude / unit;
            perStep.remainder()[first + t] = (magnitude + potential) / 2 / unit;
        }
        if (layer == plans.size() - 1 && state.plan.layer.fires()) {
            countOutputs(state, first, steps);
        }
    }

    private static double sum(float[] lanes, int step) {
        double sum = 0;
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            sum += lanes[step * Lanes.COUNT + lane];
        }
        return sum;
    }

    private void countOutputs(LayerState state, int first, int steps) {
        for (int t = first; t < first + steps; t++) {
            for (int c = 0; c < classes; c++) {
                float before = t == 0 ? 0 : outputs[(t - 1) * classes + c];
                outputs[t * classes + c] = before + state.spikes.value(t - first, c);
                tieBreak[t * classes + c] = state.charge[(t - first) * classes + c];
            }
        }
    }

    /**
     * The results.
     *
     * @param neurons reads what the neurons of a layer did
     */
    ImageRun finish(IntFunction<LayerRun> neurons) {
        List<LayerRun> runs = IntStream.range(0, plans.size()).mapToObj(neurons).toList();
        int[] answers = new int[timesteps];
        for (int t = 0; t < timesteps; t++) {
            answers[t] = largest(t);
        }
        boolean counted = plans.getLast().layer.fires();
        return new ImageRun(timesteps, outputs, counted ? tieBreak : NONE, answers, runs);
    }

    PerStep perStep(int layer) {
        return layers.get(layer);
    }

    /** The class with the largest output; of equal ones by potential, then the first. */
    private int largest(int t) {
        int best = t * classes;
        for (int c = best + 1; c < (t + 1) * classes; c++) {
            if (outputs[c] > outputs[best]
                    || (outputs[c] == outputs[best] && tieBreak[c] > tieBreak[best])) {
                best = c;
            }
        }
        return best - t * classes;
    }
}
