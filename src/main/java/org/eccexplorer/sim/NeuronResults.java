package org.eccexplorer.sim;

/** What the neurons of a layer did on an image, read from its state. */
final class NeuronResults {
    /** Lent again and again, as long as the largest layer that was asked for. */
    private float[] count = new float[0];

    private float[] membrane = new float[0];
    private float[] charge = new float[0];

    /** In arrays of its own. */
    static LayerRun.Neurons of(LayerState state) {
        int neurons = state.plan.layer.neurons();
        return read(state, new float[neurons], new float[neurons], new float[neurons]);
    }

    /** In arrays that hold until the next call, or until the state changes. */
    LayerRun.Neurons lent(LayerState state) {
        int neurons = state.plan.layer.neurons();
        if (charge.length < neurons) {
            charge = new float[neurons];
        }
        boolean whole = state.plan.padded == state.plan.layer.shape().channels();
        if (whole && state.plan.layer.fires()) {
            readCharge(state, charge);
            return new LayerRun.Neurons(state.count, state.membrane, charge);
        }
        if (count.length < neurons) {
            count = new float[neurons];
            membrane = new float[neurons];
        }
        return read(state, count, membrane, charge);
    }

    private static LayerRun.Neurons read(
            LayerState state, float[] count, float[] membrane, float[] charge) {
        LayerPlan plan = state.plan;
        int channels = plan.layer.shape().channels();
        float threshold = plan.layer.threshold();
        for (int i = 0; i < plan.layer.neurons(); i++) {
            int at = i / channels * plan.padded + i % channels;
            membrane[i] = state.membrane[at];
            count[i] = plan.layer.fires() ? state.count[at] : state.membrane[at] / threshold;
        }
        readCharge(state, charge);
        return new LayerRun.Neurons(count, membrane, charge);
    }

    /** Without a leak or a reset to zero nothing is lost: S_T = V(T) − V(0) + N·V_thr. */
    private static void readCharge(LayerState state, float[] charge) {
        LayerPlan plan = state.plan;
        int channels = plan.layer.shape().channels();
        float threshold = plan.layer.threshold();
        float given = plan.layer.initialPotential() + plan.layer.spreadCharge();
        float spread = plan.layer.spreadCharge();
        for (int pixel = 0; pixel < plan.layer.shape().pixels(); pixel++) {
            int first = pixel * channels;
            int from = pixel * plan.padded;
            for (int c = 0; c < channels; c++) {
                if (plan.keepsCharge) {
                    charge[first + c] = state.received[from + c] - spread;
                } else if (!plan.layer.fires()) {
                    charge[first + c] = state.membrane[from + c];
                } else {
                    float own = state.membrane[from + c] - given;
                    charge[first + c] = own + state.count[from + c] * threshold;
                }
            }
        }
    }
}
