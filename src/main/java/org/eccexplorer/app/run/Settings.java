package org.eccexplorer.app.run;

import java.util.Objects;
import java.util.function.Consumer;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.option.Choice;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.option.Whole;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.spiking.InputCoding;

/**
 * What a run is made with, besides model and data.
 *
 * @param timesteps T, 1 to 100,000
 * @param seed of Poisson input
 * @param threads that simulate
 * @param kernels which carry the spikes
 * @param closedForm what the closed form leaves out
 * @param calibration the images that λ is measured on, as {@code DataSets} reads them; empty: those
 *     that the experiment was opened with
 * @param images how many test images are simulated, the first ones; {@link #ALL_IMAGES}: all of the
 *     experiment
 * @param reading how classes are read from the outputs, which needs no other simulation
 * @param schedule when layers fire
 */
public record Settings(
        ConversionOptions conversion,
        int timesteps,
        long seed,
        int threads,
        KernelChoice kernels,
        ClosedForm.Variant closedForm,
        String calibration,
        Integer images,
        ReadingChoice reading,
        Schedule schedule) {

    /** All test images of the experiment are simulated. */
    public static final int ALL_IMAGES = 0;

    public static final int MAX_TIMESTEPS = 100_000;

    private static final long MAX_THREADS = 1024;

    /** T. */
    public static final Whole TIMESTEPS =
            new Whole("timesteps", "--timesteps", 256L, 1, MAX_TIMESTEPS);

    /** Where the random spikes of a Poisson input start. */
    public static final Whole SEED =
            new Whole("seed", "--seed", 1L, Long.MIN_VALUE, Long.MAX_VALUE);

    /** Threads that simulate; by default all cores. */
    public static final Whole THREADS =
            new Whole(
                    "threads",
                    "--threads",
                    Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()),
                    1,
                    MAX_THREADS);

    /** Which kernels carry the spikes; changes the speed and the last bits of sums. */
    public static final Choice<KernelChoice> KERNELS =
            new Choice<>("kernels", "--kernels", KernelChoice.BY_RATE);

    /** Timesteps beyond T at which the closed form's counts are clipped; −1 for no clip. */
    public static final Whole EXTENSION =
            new Whole("extension", "--extension", 0L, -1, ClosedForm.Variant.MAX_EXTENSION);

    /** Whether the closed form's counts are whole. */
    public static final Toggle ROUNDED = new Toggle("rounded", "--unrounded", true);

    public Settings {
        TIMESTEPS.checked((long) timesteps);
        THREADS.checked((long) threads);
        // Sessions of earlier versions have none.
        closedForm = Objects.requireNonNullElse(closedForm, ClosedForm.Variant.STANDARD);
        calibration = Objects.requireNonNullElse(calibration, "");
        images = Objects.requireNonNullElse(images, ALL_IMAGES);
        if (images < 0) {
            throw new IllegalArgumentException("images is " + images);
        }
        reading = Objects.requireNonNullElse(reading, ReadingChoice.PLAIN);
        schedule = Objects.requireNonNullElse(schedule, Schedule.FREE);
    }

    /** With all images and the calibration images of the experiment. */
    public Settings(
            ConversionOptions conversion,
            int timesteps,
            long seed,
            int threads,
            KernelChoice kernels,
            ClosedForm.Variant closedForm) {
        this(
                conversion,
                timesteps,
                seed,
                threads,
                kernels,
                closedForm,
                "",
                ALL_IMAGES,
                ReadingChoice.PLAIN,
                Schedule.FREE);
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
                TIMESTEPS.standard().intValue(),
                SEED.standard(),
                THREADS.standard().intValue(),
                KERNELS.standard());
    }

    /**
     * These settings as far as they decide what a run results in: the same for two that give the
     * same results, apart from the last bits of sums and from how classes are read.
     */
    public Settings decisive() {
        boolean random = conversion.input() == InputCoding.POISSON;
        ConversionOptions effective = conversion.effective();
        boolean said = effective.lambdaFor() == timesteps;
        return with(draft -> {
            draft.conversion = said ? effective.with(ConversionOptions.LAMBDA_FOR, 0) : effective;
            draft.seed = random ? seed : SEED.standard();
            draft.threads = 1;
            draft.kernels = KERNELS.standard();
            draft.reading = ReadingChoice.PLAIN;
        });
    }

    /** How to convert for a run to this T, where that makes a difference. */
    public ConversionOptions forTimesteps() {
        return conversion.lambdaFor() > 0
                ? conversion
                : conversion.with(ConversionOptions.LAMBDA_FOR, timesteps);
    }

    /** The same with another conversion. */
    public Settings with(ConversionOptions options) {
        return with(draft -> draft.conversion = options);
    }

    /** The same with another value of an option of the conversion. */
    public <T> Settings with(Option<T> option, T value) {
        return with(conversion.with(option, value));
    }

    /** The same for another T. */
    public Settings withTimesteps(int steps) {
        return with(draft -> draft.timesteps = steps);
    }

    /** The same on this many threads. */
    public Settings withThreads(int number) {
        return with(draft -> draft.threads = number);
    }

    /** The same with other random spikes of a Poisson input. */
    public Settings withSeed(long number) {
        return with(draft -> draft.seed = number);
    }

    /** The same with other kernels. */
    public Settings withKernels(KernelChoice choice) {
        return with(draft -> draft.kernels = choice);
    }

    /** The same with another variant of the closed form. */
    public Settings withClosedForm(ClosedForm.Variant variant) {
        return with(draft -> draft.closedForm = variant);
    }

    /** The same with λ measured on other images; empty: those of the experiment. */
    public Settings withCalibration(String source) {
        return with(draft -> draft.calibration = source);
    }

    /** The same on this many test images, or {@link #ALL_IMAGES}. */
    public Settings withImages(int number) {
        return with(draft -> draft.images = number);
    }

    /** The same, its classes read in another way. */
    public Settings withReading(ReadingChoice choice) {
        return with(draft -> draft.reading = choice);
    }

    /** The same, its layers firing by another schedule. */
    public Settings with(Schedule other) {
        return with(draft -> draft.schedule = other);
    }

    /** How many of the test images of an experiment are simulated. */
    public int images(int available) {
        return images == ALL_IMAGES ? available : Math.min(images, available);
    }

    private Settings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** Settings on their way to being others. */
    private static final class Draft {
        private ConversionOptions conversion;
        private int timesteps;
        private long seed;
        private int threads;
        private KernelChoice kernels;
        private ClosedForm.Variant closedForm;
        private String calibration;
        private int images;
        private ReadingChoice reading;
        private Schedule schedule;

        Draft(Settings from) {
            conversion = from.conversion;
            timesteps = from.timesteps;
            seed = from.seed;
            threads = from.threads;
            kernels = from.kernels;
            closedForm = from.closedForm;
            calibration = from.calibration;
            images = from.images;
            reading = from.reading;
            schedule = from.schedule;
        }

        Settings done() {
            return new Settings(
                    conversion,
                    timesteps,
                    seed,
                    threads,
                    kernels,
                    closedForm,
                    calibration,
                    images,
                    reading,
                    schedule);
        }
    }
}
