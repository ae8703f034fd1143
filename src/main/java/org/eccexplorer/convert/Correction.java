package org.eccexplorer.convert;

import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;

/**
 * What is corrected in a layer, once a batch of images has been simulated, so that its mean rates
 * become the mean activations of the CNN (Li et al., "A Free Lunch From ANN", ICML 2021; {@code
 * calibration.py} of SNN_Calibration). Layer by layer, on inputs that are corrected already.
 */
public enum Correction {
    /** Nothing. */
    NONE(0),
    /**
     * The constant current of each channel: b_c ← b_c + mean a − mean r over images and positions,
     * twice, as the second finds what the first has left.
     */
    BIAS(2),
    /** V(0) of each neuron: V(0) ← V(0) + T·(mean a − mean r) over images. */
    POTENTIAL(1);

    private final int rounds;

    Correction(int rounds) {
        this.rounds = rounds;
    }

    /** How often a layer is simulated and corrected, before it is simulated for those after it. */
    public int rounds() {
        return rounds;
    }

    /** Whether a layer is corrected: neurons that fire, but not the answer itself. */
    public boolean applies(SpikingLayer layer) {
        return rounds > 0 && layer.role() != Role.MAXIMUM_GATE && layer.role() != Role.OUTPUT;
    }

    /**
     * A layer corrected.
     *
     * @param missing mean activation of the CNN minus what the mean rate stands for, per neuron, in
     *     units of the activation
     * @param timesteps T that was simulated
     */
    public SpikingLayer corrected(SpikingLayer layer, double[] missing, int timesteps) {
        return switch (this) {
            case NONE -> layer;
            case BIAS -> layer.withBias(bias(layer, missing));
            case POTENTIAL -> layer.withInitialOffset(offsets(layer, missing, timesteps));
        };
    }

    private static float[] bias(SpikingLayer layer, double[] missing) {
        int channels = layer.shape().channels();
        double[] mean = new double[channels];
        for (int i = 0; i < missing.length; i++) {
            mean[i % channels] += missing[i] / layer.shape().pixels();
        }
        float[] bias = layer.bias().clone();
        for (int i = 0; i < bias.length; i++) {
            bias[i] += (float) (mean[i % channels] * charge(layer, i));
        }
        return bias;
    }

    private static float[] offsets(SpikingLayer layer, double[] missing, int timesteps) {
        float[] offsets = new float[layer.neurons()];
        for (int i = 0; i < offsets.length; i++) {
            double more = timesteps * missing[i] * charge(layer, i);
            offsets[i] = (float) (layer.initialOffset(i) + more);
        }
        return offsets;
    }

    /** The charge that an activation of 1 stands for, per timestep. */
    private static double charge(SpikingLayer layer, int neuron) {
        return layer.threshold() / layer.scale()[neuron % layer.shape().channels()];
    }
}
