package org.eccexplorer.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The CNN that is a fair rival of an SNN at t: its activations have as many levels as a rate of t
 * timesteps, t + 1, so ⌈log₂(t + 1)⌉ bits (as in arXiv 2409.08290), and both compute with integers.
 * Per operation at 45 nm, M. Horowitz, ISSCC 2014: an 8-bit multiplication 0.2 pJ, which grows with
 * the square of the bits (32 bits: 3.1 pJ), and a 32-bit addition 0.1 pJ. A MAC is one of each, a
 * synaptic operation and the addition of a held input current are an addition each. The SNN's own
 * input MACs take 8 bits.
 *
 * @param bits ⌈log₂(t + 1)⌉
 * @param cnnMicrojoules per image in the CNN
 * @param snnMicrojoules per image in the SNN up to t
 * @param rate synaptic operations per MAC and timestep: the mean firing rate, each neuron weighted
 *     by its synapses
 * @param breakEven the rate at which both take the same; below it the SNN takes less; 0 if its
 *     input alone takes more
 */
public record QuantisedRival(
        int bits, double cnnMicrojoules, double snnMicrojoules, double rate, double breakEven) {
    private static final double MULTIPLY = 0.2;
    private static final double MULTIPLY_BITS = 8;
    private static final double ADD = 0.1;
    private static final double MICRO = 1e-6;

    /** The rival of a run over all its timesteps. */
    public static QuantisedRival of(RunSnapshot run, InputMacs input) {
        return until(run, input).getLast();
    }

    /** The rivals of a run up to each timestep. */
    public static List<QuantisedRival> until(RunSnapshot run, InputMacs input) {
        List<EnergyParts> parts = run.energyUntil(Accounting.STANDARD.with(input));
        return IntStream.rangeClosed(1, run.timesteps())
                .mapToObj(t -> of(run, parts.get(t - 1), t))
                .toList();
    }

    private static QuantisedRival of(RunSnapshot run, EnergyParts parts, int t) {
        int bits = bits(t);
        double macs = run.cost().macs();
        double cnn = macs * macPicojoules(bits) * MICRO;
        double fixed =
                (parts.inputMacs().count() * macPicojoules((int) MULTIPLY_BITS)
                                + parts.neuronUpdates().count() * ADD)
                        * MICRO;
        double operations = parts.synapticOperations().count();
        double timesteps = run.meanTimesteps(t);
        double perRate = macs * timesteps * ADD * MICRO;
        return new QuantisedRival(
                bits,
                cnn,
                fixed + operations * ADD * MICRO,
                operations / (macs * timesteps),
                Math.max(0, (cnn - fixed) / perRate));
    }

    /** ⌈log₂(t + 1)⌉. */
    static int bits(int t) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(t);
    }

    /** Energy of a MAC of so many bits, its sum in 32 bits. */
    static double macPicojoules(int bits) {
        double scale = bits / MULTIPLY_BITS;
        return MULTIPLY * scale * scale + ADD;
    }

    /** Energy of the SNN over that of the CNN. */
    public double ratio() {
        return snnMicrojoules / cnnMicrojoules;
    }
}
