package org.eccexplorer.measure.energy;

/**
 * What the energy of an SNN is made of, per image. Its parts add up to exactly what is set against
 * the CNN.
 *
 * @param inputMacs MACs of a constant input current
 * @param synapticOperations one per spike and synapse that it really reaches
 * @param neuronUpdates updates of membranes that the model counts
 * @param otherUpdates updates of membranes that it does not count: one per neuron and timestep,
 *     less those it counts
 */
public record EnergyParts(
        Part inputMacs, Part synapticOperations, Part neuronUpdates, double otherUpdates) {

    /**
     * Operations of one kind.
     *
     * @param count per image
     * @param microjoules per image
     */
    public record Part(double count, double microjoules) {
        static Part of(double count, double picojoules) {
            return new Part(count, count * picojoules * 1e-6);
        }
    }

    /** Energy per image. */
    public double microjoules() {
        return inputMacs.microjoules()
                + synapticOperations.microjoules()
                + neuronUpdates.microjoules();
    }

    /** Operations per image, of whatever kind. */
    public double operations() {
        return inputMacs.count() + synapticOperations.count() + neuronUpdates.count();
    }
}
