package org.eccexplorer.app.run;

import java.util.Objects;
import java.util.function.Consumer;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.KernelChoice;

/**
 * What a run is made with, besides model and data.
 *
 * @param timesteps T, 1 to 100,000
 * @param seed of Poisson input
 * @param threads that simulate
 * @param kernels which carry the spikes
 * @param closedForm what the closed form leaves out
 */
public record Settings(
        ConversionOptions conversion,
        int timesteps,
        long seed,
        int threads,
        KernelChoice kernels,
        ClosedForm.Variant closedForm) {

    public static final int MOST_TIMESTEPS = 100_000;

    public Settings {
        if (timesteps < 1 || timesteps > MOST_TIMESTEPS || threads < 1) {
            throw new IllegalArgumentException("T = %d, threads %d".formatted(timesteps, threads));
        }
        // Sessions of earlier versions have none.
        closedForm = Objects.requireNonNullElse(closedForm, ClosedForm.Variant.STANDARD);
    }

    /** With the closed form as it stands in the paper. */
    public Settings(
            ConversionOptions conversion,
            int timesteps,
            long seed,
            int threads,
            KernelChoice kernels) {
        this(conversion, timesteps, seed, threads, kernels, ClosedForm.Variant.STANDARD);
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
        return new Settings(options, timesteps, seed, threads, kernels, closedForm);
    }

    /** The same with some options of the conversion changed. */
    public Settings with(Consumer<ConversionOptions.Draft> change) {
        return with(conversion.with(change));
    }

    /** The same for another T. */
    public Settings withTimesteps(int steps) {
        return new Settings(conversion, steps, seed, threads, kernels, closedForm);
    }

    /** The same on so many threads. */
    public Settings withThreads(int number) {
        return new Settings(conversion, timesteps, seed, number, kernels, closedForm);
    }

    /** The same with other random spikes of a Poisson input. */
    public Settings withSeed(long number) {
        return new Settings(conversion, timesteps, number, threads, kernels, closedForm);
    }

    /** The same with other kernels. */
    public Settings withKernels(KernelChoice choice) {
        return new Settings(conversion, timesteps, seed, threads, choice, closedForm);
    }

    /** The same with another variant of the closed form. */
    public Settings withClosedForm(ClosedForm.Variant variant) {
        return new Settings(conversion, timesteps, seed, threads, kernels, variant);
    }
}
