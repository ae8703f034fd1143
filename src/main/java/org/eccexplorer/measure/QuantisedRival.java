package org.eccexplorer.measure;

import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.spiking.Firing;

/**
 * The CNN that is a fair rival of an SNN at t: its activations have as many levels as a rate of t
 * timesteps, t + 1, so ⌈log₂(t + 1)⌉ bits (as in arXiv 2409.08290), and both compute with integers.
 * Where spikes have n sizes, counts are multiples of 1/2^(n − 1), and a rate has 2^(n − 1)·t + 1
 * levels. Per operation at 45 nm, M. Horowitz, ISSCC 2014: an 8-bit multiplication 0.2 pJ, which
 * grows with the square of the bits (32 bits: 3.1 pJ), and a 32-bit addition 0.1 pJ. A MAC is one
 * of each, a synaptic operation and the addition of a held input current are an addition each. The
 * SNN's own input MACs take 8 bits.
 *
 * @param levels of a rate, and of an activation of the CNN
 * @param bits ⌈log₂(levels)⌉
 * @param cnnMicrojoules per image in the CNN
 * @param snnMicrojoules per image in the SNN up to t
 * @param rate synaptic operations per MAC and timestep: the mean firing rate, each neuron weighted
 *     by its synapses
 * @param breakEven the rate at which both take the same; below it the SNN takes less; 0 if its
 *     input alone takes more
 */
public record QuantisedRival(
        long levels,
        int bits,
        double cnnMicrojoules,
        double snnMicrojoules,
        double rate,
        double breakEven) {
    private static final double MULTIPLY = 0.2;
    private static final double MULTIPLY_BITS = 8;
    private static final double ADD = 0.1;
    private static final double MICRO = 1e-6;

    /**
     * The rival of a run over all its timesteps.
     *
     * @param firing which spikes its neurons send
     */
    public static QuantisedRival of(RunSnapshot run, InputMacs input, Firing firing) {
        return until(run, input, firing).getLast();
    }

    /**
     * The rivals of a run up to each timestep.
     *
     * @param firing which spikes its neurons send
     */
    public static List<QuantisedRival> until(RunSnapshot run, InputMacs input, Firing firing) {
        List<EnergyParts> parts = run.energyUntil(Accounting.STANDARD.with(input));
        return IntStream.rangeClosed(1, run.timesteps())
                .mapToObj(t -> of(run, parts.get(t - 1), t, firing))
                .toList();
    }

    private static QuantisedRival of(RunSnapshot run, EnergyParts parts, int t, Firing firing) {
        long levels = levels(t, firing);
        int bits = bits(levels);
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
                levels,
                bits,
                cnn,
                fixed + operations * ADD * MICRO,
                operations / (macs * timesteps),
                Math.max(0, (cnn - fixed) / perRate));
    }

    /** How many values a rate of t timesteps can have, from 0 to 1. */
    static long levels(int t, Firing firing) {
        return (long) t * firing.unitsPerSpike() + 1;
    }

    /** ⌈log₂(levels)⌉. */
    static int bits(long levels) {
        return Long.SIZE - Long.numberOfLeadingZeros(levels - 1);
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
