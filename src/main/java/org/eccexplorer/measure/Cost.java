package org.eccexplorer.measure;

import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * Operations per image.
 *
 * @param macs of the CNN
 * @param inputMacsPerStep MACs of the constant input current, each timestep
 * @param synOps of the whole run: one per spike and synapse that it really reaches
 * @param paperMops Σ spikes/neurons × weights of the next layer, in millions, as Wu et al. 2022
 *     count; a convolution's weight counts once, so it is not comparable with MACs
 */
public record Cost(long macs, long inputMacsPerStep, double synOps, double paperMops) {

    /** Energy of the CNN in microjoules per image. */
    public double cnnMicrojoules(EnergyModel model) {
        return macs * model.macPicojoules() * 1e-6;
    }

    /** Energy of the SNN over this many timesteps in microjoules per image. */
    public double snnMicrojoules(EnergyModel model, int timesteps) {
        return snnMicrojoules(model, timesteps, synOps);
    }

    /**
     * Energy of the SNN over the first timesteps of a run in microjoules per image.
     *
     * @param synOps up to the last of these timesteps
     */
    double snnMicrojoules(EnergyModel model, int timesteps, double synOps) {
        double input = (double) inputMacsPerStep * timesteps * model.macPicojoules();
        return (synOps * model.synOpPicojoules() + input) * 1e-6;
    }

    /** Energy of an SNN, in microjoules per image, over that of the CNN. */
    public double energyRatio(EnergyModel model, double snnMicrojoules) {
        return snnMicrojoules / cnnMicrojoules(model);
    }

    static long inputMacsPerStep(SpikingNetwork network) {
        if (!network.dynamics().hasConstantInput()) {
            return 0;
        }
        return network.layers().stream()
                .flatMap(layer -> layer.projections().stream())
                .filter(projection -> projection.source() == Projection.INPUT)
                .mapToLong(Projection::synapses)
                .sum();
    }

    static double paperMops(SpikingNetwork network, double[] spikesPerImage) {
        double mops = 0;
        for (SpikingLayer layer : network.layers()) {
            for (Projection projection : layer.projections()) {
                int source = projection.source();
                if (source >= 0) {
                    double rate = spikesPerImage[source] / network.layers().get(source).neurons();
                    mops += rate * projection.weights().length;
                }
            }
        }
        return mops * 1e-6;
    }
}
