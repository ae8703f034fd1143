package org.eccexplorer.spiking;

import java.util.List;
import org.eccexplorer.tensor.Shape;

/**
 * A layer of integrate-and-fire neurons (or of gates): V(t) = (1 − leak)·V(t−1) + Z(t) with Z the
 * sum over projections plus the bias; a spike when V reaches the threshold.
 *
 * @param name of the CNN layer whose weights feed it
 * @param shape of its neurons
 * @param bias constant current per neuron and timestep
 * @param threshold V_thr
 * @param initialPotential V(0), the charge of TRE at the start
 * @param spreadCharge charge of TRE that is spread evenly over the run
 * @param scale per channel: the CNN activation that rate 1 stands for (λ under CN, else 1)
 * @param lambda per channel: λ as calibrated
 * @param fires whether it spikes; outputs read by current do not
 * @param firing which spikes it sends; of gates those of their source
 * @param node of the CNN whose value, clamped to [0, ceiling] if it is that of a ReLU, its rate
 *     should equal
 * @param ceiling of a clipped ReLU; infinite otherwise
 * @param initialOffset charge per neuron that V(0) has besides that of TRE, given by a calibration;
 *     empty for none
 */
public record SpikingLayer(
        String name,
        Role role,
        Shape shape,
        List<Projection> projections,
        float[] bias,
        float threshold,
        float initialPotential,
        float spreadCharge,
        double[] scale,
        double[] lambda,
        boolean fires,
        Firing firing,
        int node,
        float ceiling,
        float[] initialOffset) {

    private static final float[] NONE = {};

    public SpikingLayer {
        projections = List.copyOf(projections);
        boolean offsets = initialOffset.length == 0 || initialOffset.length == shape.size();
        if (bias.length != shape.size() || !(threshold > 0) || !offsets) {
            throw new IllegalArgumentException("not a spiking layer: " + name);
        }
    }

    /** A layer whose neurons all start alike. */
    public SpikingLayer(
            String name,
            Role role,
            Shape shape,
            List<Projection> projections,
            float[] bias,
            float threshold,
            float initialPotential,
            float spreadCharge,
            double[] scale,
            double[] lambda,
            boolean fires,
            Firing firing,
            int node,
            float ceiling) {
        this(
                name,
                role,
                shape,
                projections,
                bias,
                threshold,
                initialPotential,
                spreadCharge,
                scale,
                lambda,
                fires,
                firing,
                node,
                ceiling,
                NONE);
    }

    /** The same with other constant currents. */
    public SpikingLayer withBias(float[] other) {
        return with(threshold, other, initialOffset);
    }

    /** The same with another V_thr. */
    public SpikingLayer withThreshold(float other) {
        return with(other, bias, initialOffset);
    }

    /** The same with other charges per neuron that V(0) has besides that of TRE. */
    public SpikingLayer withInitialOffset(float[] other) {
        return with(threshold, bias, other);
    }

    private SpikingLayer with(float v, float[] currents, float[] offsets) {
        return new SpikingLayer(
                name,
                role,
                shape,
                projections,
                currents,
                v,
                initialPotential,
                spreadCharge,
                scale,
                lambda,
                fires,
                firing,
                node,
                ceiling,
                offsets);
    }

    /** Whether neurons start with charges of their own. */
    public boolean hasInitialOffset() {
        return initialOffset.length > 0;
    }

    /** The charge that a neuron's V(0) has besides that of TRE. */
    public float initialOffset(int neuron) {
        return hasInitialOffset() ? initialOffset[neuron] : 0;
    }

    /** V(0) of a neuron. */
    public float initialPotential(int neuron) {
        return initialPotential + initialOffset(neuron);
    }

    public int neurons() {
        return shape.size();
    }

    /** θ, the charge of TRE in units of V_thr: what rounds a spike count. */
    public double theta() {
        return (double) (initialPotential + spreadCharge) / threshold;
    }

    /** Whether it is read by its current: it never fires, has no rate and nothing is clipped. */
    public boolean isCurrentOutput() {
        return role == Role.OUTPUT && !fires;
    }

    /**
     * Whether it can stand for values below zero: outputs that are read by their current, and
     * neurons of both signs.
     */
    public boolean saysLessThanZero() {
        return isCurrentOutput() || firing.goesBelowZero();
    }

    /**
     * The scale of a channel in units of λ: 1 with CN. What was measured in units of the scale is
     * brought to units of λ by it; where no λ is known, the scale remains the unit.
     */
    public double scaleInLambda(int channel) {
        return scale[channel] / unit(channel);
    }

    /** λ of a channel, the unit in which activations and rates of all runs can be compared. */
    public double unit(int channel) {
        return lambda.length > channel && lambda[channel] > 0 ? lambda[channel] : scale[channel];
    }

    /**
     * The activation that its rate should equal, from the CNN's value at {@link #node}; only
     * outputs that do not fire and neurons of both signs can stand for negative ones.
     */
    public float target(float activation) {
        return saysLessThanZero() ? activation : Math.min(Math.max(activation, 0), ceiling);
    }
}
