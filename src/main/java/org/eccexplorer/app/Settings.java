package org.eccexplorer.app;

import java.util.function.Consumer;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.sim.KernelChoice;

/**
 * What a run is made with, besides model and data.
 *
 * @param timesteps T, 1 to 100,000
 * @param seed of Poisson input
 * @param threads that simulate
 */
public record Settings(
        ConversionOptions conversion, int timesteps, long seed, int threads, KernelChoice kernels) {

    public static final int MOST_TIMESTEPS = 100_000;

    public Settings {
        if (timesteps < 1 || timesteps > MOST_TIMESTEPS || threads < 1) {
            throw new IllegalArgumentException("T = %d, threads %d".formatted(timesteps, threads));
        }
    }

    /** ECC with 256 timesteps on all cores. */
    public static Settings standard() {
        return new Settings(
                ConversionOptions.ecc(),
                256,
                1,
                Runtime.getRuntime().availableProcessors(),
                KernelChoice.BY_RATE);
    }

    /** The same with another conversion. */
    public Settings with(ConversionOptions options) {
        return new Settings(options, timesteps, seed, threads, kernels);
    }

    /** The same with some options of the conversion changed. */
    public Settings with(Consumer<ConversionOptions.Draft> change) {
        return with(conversion.with(change));
    }

    /** The same for another T. */
    public Settings withTimesteps(int steps) {
        return new Settings(conversion, steps, seed, threads, kernels);
    }

    /** The same on so many threads. */
    public Settings withThreads(int number) {
        return new Settings(conversion, timesteps, seed, number, kernels);
    }

    /** The same with other random spikes of a Poisson input. */
    public Settings withSeed(long number) {
        return new Settings(conversion, timesteps, number, threads, kernels);
    }
}
