package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.List;
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

    ImageRun finish(List<LayerState> states) {
        List<LayerRun> runs = new ArrayList<>();
        for (int l = 0; l < states.size(); l++) {
            runs.add(layer(l, states.get(l)));
        }
        int[] answers = new int[timesteps];
        for (int t = 0; t < timesteps; t++) {
            answers[t] = largest(t);
        }
        boolean counted = plans.getLast().layer.fires();
        return new ImageRun(timesteps, outputs, counted ? tieBreak : NONE, answers, runs);
    }

    private LayerRun layer(int index, LayerState state) {
        LayerPlan plan = state.plan;
        int channels = plan.layer.shape().channels();
        int neurons = plan.layer.neurons();
        float[] count = new float[neurons];
        float[] membrane = new float[neurons];
        float[] charge = new float[neurons];
        float threshold = plan.layer.threshold();
        float given = plan.layer.initialPotential() + plan.layer.spreadCharge();
        for (int i = 0; i < neurons; i++) {
            int at = i / channels * plan.padded + i % channels;
            membrane[i] = state.membrane[at];
            count[i] = plan.layer.fires() ? state.count[at] : state.membrane[at] / threshold;
            charge[i] = charge(state, at, given);
        }
        return new LayerRun(layers.get(index), count, membrane, charge);
    }

    /** Without a leak or a reset to zero nothing is lost: S_T = V(T) − V(0) + N·V_thr. */
    private static float charge(LayerState state, int at, float given) {
        LayerPlan plan = state.plan;
        if (plan.keepsCharge) {
            return state.received[at] - plan.layer.spreadCharge();
        }
        if (!plan.layer.fires()) {
            return state.membrane[at];
        }
        return state.membrane[at] - given + state.count[at] * plan.layer.threshold();
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
