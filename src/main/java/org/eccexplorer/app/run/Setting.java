package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.option.Option;
import org.eccexplorer.sim.ClosedForm.Variant;
import org.eccexplorer.sim.KernelChoice;

/**
 * An option and where its value stands in the settings of a run: in the conversion or beside it.
 *
 * @param get reads the value
 * @param set makes the same settings with another value
 */
public record Setting<T>(
        Option<T> option, Function<Settings, T> get, BiFunction<Settings, T, Settings> set) {

    public static final Setting<Long> TIMESTEPS =
            new Setting<>(
                    Settings.TIMESTEPS,
                    settings -> (long) settings.timesteps(),
                    (settings, number) -> settings.withTimesteps(number.intValue()));

    public static final Setting<Long> SEED =
            new Setting<>(Settings.SEED, Settings::seed, Settings::withSeed);

    public static final Setting<Long> THREADS =
            new Setting<>(
                    Settings.THREADS,
                    settings -> (long) settings.threads(),
                    (settings, number) -> settings.withThreads(number.intValue()));

    public static final Setting<KernelChoice> KERNELS =
            new Setting<>(Settings.KERNELS, Settings::kernels, Settings::withKernels);

    public static final Setting<Long> EXTENSION =
            new Setting<>(
                    Settings.EXTENSION,
                    settings -> (long) settings.closedForm().extension(),
                    (settings, extension) ->
                            settings.withClosedForm(
                                    new Variant(
                                            extension.intValue(),
                                            settings.closedForm().rounded())));

    public static final Setting<Boolean> ROUNDED =
            new Setting<>(
                    Settings.ROUNDED,
                    settings -> settings.closedForm().rounded(),
                    (settings, rounded) ->
                            settings.withClosedForm(
                                    new Variant(settings.closedForm().extension(), rounded)));

    public static final Setting<Long> READ_FROM =
            new Setting<>(
                    ReadingChoice.FROM,
                    settings -> settings.reading().from(),
                    (settings, from) -> settings.withReading(settings.reading().withFrom(from)));

    public static final Setting<Double> EARLY_EXIT =
            new Setting<>(
                    ReadingChoice.EARLY_EXIT,
                    settings -> settings.reading().epsilon(),
                    (settings, share) ->
                            settings.withReading(settings.reading().withEpsilon(share)));

    public static final Setting<Schedule> SCHEDULE =
            new Setting<>(Schedule.OPTION, Settings::schedule, Settings::with);

    /** All of them: those of the conversion, and those beside it. */
    public static final List<Setting<?>> ALL = all();

    private static List<Setting<?>> all() {
        List<Setting<?>> all =
                new ArrayList<>(
                        List.of(
                                TIMESTEPS,
                                SEED,
                                THREADS,
                                KERNELS,
                                EXTENSION,
                                ROUNDED,
                                READ_FROM,
                                EARLY_EXIT,
                                SCHEDULE));
        ConversionOptions.ALL.forEach(option -> all.add(of(option)));
        return List.copyOf(all);
    }

    /** That of an option of the conversion. */
    public static <T> Setting<T> of(Option<T> option) {
        return new Setting<>(
                option,
                settings -> settings.conversion().get(option),
                (settings, value) -> settings.with(option, value));
    }
}
