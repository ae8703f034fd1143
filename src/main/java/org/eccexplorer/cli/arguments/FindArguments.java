package org.eccexplorer.cli.arguments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eccexplorer.app.find.query.Axes;
import org.eccexplorer.app.find.query.Axis;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what to search for. */
@Command
public final class FindArguments {
    private static final double MOST_POINTS = 100;

    private final OptionArguments arguments = new OptionArguments();

    @Option(names = "--within", paramLabel = "POINTS", descriptionKey = "option.within")
    private double within = Query.STANDARD_WITHIN;

    @Option(names = "--max-timesteps", paramLabel = "T", descriptionKey = "option.maxTimesteps")
    private int most = Query.STANDARD_TIMESTEPS;

    @Option(names = "--vary", split = ",", paramLabel = "NAME", descriptionKey = "option.vary")
    private List<String> vary = new ArrayList<>();

    @Option(
            names = "--neurons",
            split = ",",
            paramLabel = "NAME",
            descriptionKey = "option.findNeurons")
    private List<String> neurons = new ArrayList<>();

    @Option(names = "--budget", paramLabel = "TIME", descriptionKey = "option.budget")
    private @Nullable String budget;

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        arguments.add(command, List.of(Goal.OPTION));
        arguments.add(command, Query.GIVEN);
    }

    /**
     * What is searched for.
     *
     * @param settings with the seed and the threads
     * @throws ProblemException of kind USAGE if a value is out of range
     */
    public Query query(Settings settings, Accounting accounting) throws ProblemException {
        ConversionOptions base = ConversionOptions.ecc();
        for (org.eccexplorer.option.Option<?> option : Query.GIVEN) {
            base = arguments.apply(base, option);
        }
        if (!(within >= 0 && within <= MOST_POINTS)) {
            throw ConversionArguments.usage(
                    "--within",
                    ConversionArguments.itIs(within),
                    Texts.text("cli.arguments.giveBetween", "0", "100"));
        }
        if (!Settings.TIMESTEPS.accepts((long) most)) {
            throw ConversionArguments.usage(
                    "--max-timesteps",
                    ConversionArguments.itIs(Integer.toString(most)),
                    Texts.text("cli.arguments.give", Settings.TIMESTEPS.range()));
        }
        List<Axis> axes = new ArrayList<>(List.of(Axes.neurons(classes())));
        axes.addAll(vary.isEmpty() ? Axes.standard() : Axes.named(vary));
        return new Query(
                base,
                arguments.value(Goal.OPTION),
                within,
                most,
                axes,
                settings.seed(),
                budget(),
                accounting,
                settings.threads());
    }

    private List<Neurons> classes() throws ProblemException {
        Set<Neurons> classes = new TreeSet<>();
        for (String name : neurons) {
            try {
                classes.add(ConversionOptions.NEURONS.parse(name));
            } catch (IllegalArgumentException e) {
                throw ConversionArguments.usage(
                        "--neurons",
                        ConversionArguments.itIs(name),
                        Texts.text("cli.arguments.give", ConversionOptions.NEURONS.range()));
            }
        }
        return classes.isEmpty() ? ConversionOptions.NEURONS.values() : List.copyOf(classes);
    }

    private Optional<Duration> budget() throws ProblemException {
        if (budget == null) {
            return Optional.empty();
        }
        return Optional.of(TimeArgument.parse("--budget", budget));
    }
}
