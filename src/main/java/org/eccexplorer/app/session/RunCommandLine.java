package org.eccexplorer.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.tensor.Shape;

/** The command that repeats a run: {@code ./ecc run …} with all that is not as usual. */
public final class RunCommandLine {
    private static final String PLAIN = "[A-Za-z0-9_./:=+@%,-]+";

    private RunCommandLine() {}

    /**
     * As it is typed into a shell.
     *
     * @param inputMacs how often the MACs of a constant input current are counted
     */
    public static String of(Experiment experiment, Settings settings, InputMacs inputMacs) {
        List<String> arguments = arguments(experiment, settings);
        if (inputMacs != InputMacs.OPTION.standard()) {
            arguments.add(InputMacs.OPTION.argument());
            arguments.add(InputMacs.OPTION.written(inputMacs));
        }
        return typed(arguments);
    }

    /** Arguments of the program as they are typed into a shell. */
    public static String typed(List<String> arguments) {
        return Stream.concat(Stream.of("./ecc"), arguments.stream())
                .map(RunCommandLine::quoted)
                .collect(Collectors.joining(" "));
    }

    /** What is given to the program, without quotes. */
    public static List<String> arguments(Experiment experiment, Settings settings) {
        List<String> arguments = new ArrayList<>(List.of("run"));
        source(experiment, settings.calibration(), arguments);
        arguments.add("--limit");
        arguments.add(String.valueOf(settings.images(experiment.test().count())));
        for (Setting<?> setting : Setting.ALL) {
            // The number of threads changes no result, and the command line chooses the kernels.
            boolean result = !setting.equals(Setting.THREADS) && !setting.equals(Setting.KERNELS);
            if (result && matters(setting, experiment)) {
                add(setting, settings, arguments);
            }
        }
        return arguments;
    }

    /** To a network that spikes already the options of a conversion are nothing. */
    private static boolean matters(Setting<?> setting, Experiment experiment) {
        return !experiment.model().spikesAlready()
                || !ConversionOptions.ALL.contains(setting.option());
    }

    private static void source(Experiment experiment, String other, List<String> arguments) {
        String sample = SessionPaths.sample(experiment);
        if (sample != null && other.isEmpty()) {
            arguments.addAll(List.of("--sample", sample));
            return;
        }
        ModelSource model = experiment.model().source();
        arguments.addAll(List.of("--model", model.file().toString()));
        if (model.weights() != null) {
            arguments.addAll(List.of("--weights", model.weights().toString()));
        }
        if (model.size() != null) {
            arguments.addAll(List.of("--size", size(model.size())));
        }
        arguments.addAll(List.of("--data", experiment.dataSource()));
        String calibration = experiment.calibrationSource(other);
        if (!calibration.equals(experiment.dataSource())) {
            arguments.addAll(List.of("--calibration", calibration));
        }
    }

    private static String size(Shape size) {
        return size.height() + "x" + size.width() + "x" + size.channels();
    }

    private static <T> void add(Setting<T> setting, Settings settings, List<String> arguments) {
        Option<T> option = setting.option();
        T value = setting.get().apply(settings);
        if (value.equals(option.standard())) {
            return;
        }
        int same = arguments.indexOf(option.argument());
        if (same >= 0) {
            // Of options that share an argument the later ones overrule those before.
            arguments.subList(same, same + 2).clear();
        }
        arguments.add(option.argument());
        if (!(option instanceof Toggle)) {
            arguments.add(option.written(value));
        }
    }

    /** In quotes where a shell would read it otherwise. */
    private static String quoted(String argument) {
        return argument.matches(PLAIN) ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
