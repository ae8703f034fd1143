package org.eccexplorer.measure.energy;

import java.util.Objects;
import org.eccexplorer.measure.energy.EnergyParts.Part;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * Operations per image.
 *
 * @param macs of the CNN
 * @param inputMacsPerStep MACs that make the constant input current of a timestep
 * @param synOps of the whole run: one per spike and synapse that it really reaches
 * @param paperMops Σ spikes/neurons × weights of the next layer, in millions, as Wu et al. 2022
 *     count; a convolution's weight counts once, so it is not comparable with MACs
 * @param inputNeurons neurons that receive the constant input current
 */
public record Cost(
        long macs, long inputMacsPerStep, double synOps, double paperMops, Long inputNeurons) {
    /** Stands where sessions of earlier versions have no number. */
    public static final Long UNKNOWN = -1L;

    public Cost {
        inputNeurons = Objects.requireNonNullElse(inputNeurons, UNKNOWN);
    }

    /** Energy of the CNN in microjoules per image. */
    public double cnnMicrojoules(EnergyModel model) {
        return macs * model.macPicojoules() * 1e-6;
    }

    /**
     * What the SNN's energy is made of over the first timesteps of a run.
     *
     * @param neurons of all layers
     * @param timesteps mean over images, where some are answered early
     * @param synOps up to the last of these timesteps
     */
    public EnergyParts parts(Accounting accounting, long neurons, double timesteps, double synOps) {
        EnergyModel model = accounting.model();
        InputMacs input = accounting.inputMacs();
        long updated = model.counted(neurons, input.holding(inputNeurons));
        return new EnergyParts(
                Part.of(inputMacsPerStep * input.times(timesteps), model.macPicojoules()),
                Part.of(synOps, model.synOpPicojoules()),
                Part.of(updated * timesteps, model.updatePicojoules()),
                (neurons - updated) * timesteps);
    }

    /** Energy of the SNN, made of these parts, over that of the CNN. */
    public double ratio(Accounting accounting, EnergyParts snn) {
        return snn.microjoules() / cnnMicrojoules(accounting.model());
    }

    /** The same of what {@link #parts} gives. */
    public double ratio(Accounting accounting, long neurons, double timesteps, double synOps) {
        return ratio(accounting, parts(accounting, neurons, timesteps, synOps));
    }

    /** The same with as many neurons that receive a constant input current. */
    public Cost withInputNeurons(long neurons) {
        return new Cost(macs, inputMacsPerStep, synOps, paperMops, neurons);
    }

    public static long inputMacsPerStep(SpikingNetwork network) {
        if (!network.dynamics().hasConstantInput()) {
            return 0;
        }
        return network.layers().stream()
                .flatMap(layer -> layer.projections().stream())
                .filter(projection -> projection.source() == Projection.INPUT)
                .mapToLong(Projection::synapses)
                .sum();
    }

    /** Neurons that receive a constant input current; 0 where the input spikes. */
    public static long inputNeurons(SpikingNetwork network) {
        if (!network.dynamics().hasConstantInput()) {
            return 0;
        }
        return network.layers().stream()
                .filter(layer ->
                        layer.projections().stream()
                                .anyMatch(from -> from.source() == Projection.INPUT))
                .mapToLong(SpikingLayer::neurons)
                .sum();
    }

    public static double paperMops(SpikingNetwork network, double[] spikesPerImage) {
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
