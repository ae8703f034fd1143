package org.eccexplorer.cli.arguments;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eccexplorer.app.run.Watching;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.trace.Quantity;
import picocli.CommandLine.Option;

/** The options that say what is watched. */
public final class WatchArguments {
    private static final String ALL = "all";

    /** 7, or 3-9. */
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    @Option(
            names = "--layers",
            split = ",",
            paramLabel = "NAME",
            descriptionKey = "option.traceLayers")
    private List<String> layers = new ArrayList<>(List.of(ALL));

    @Option(
            names = "--only-neurons",
            split = ",",
            paramLabel = "N|N-M",
            descriptionKey = "option.traceNeurons")
    private List<String> neurons = new ArrayList<>(List.of(ALL));

    @Option(
            names = "--images",
            split = ",",
            paramLabel = "N|N-M",
            descriptionKey = "option.traceImages")
    private List<String> images = new ArrayList<>(List.of("0"));

    @Option(
            names = "--what",
            split = ",",
            paramLabel = "spikes|potential|current",
            descriptionKey = "option.traceWhat")
    private List<String> what = new ArrayList<>(List.of(Quantity.SPIKES.word()));

    /** What is watched of each neuron. */
    public Set<Quantity> quantities() throws ProblemException {
        Set<Quantity> chosen = EnumSet.noneOf(Quantity.class);
        for (String word : what) {
            chosen.add(
                    ConversionArguments.named(
                            "--what", word, List.of(Quantity.values()), Quantity::word));
        }
        return chosen;
    }

    /** Places of images, ascending; the largest decides how many have to be opened. */
    public int[] images() throws ProblemException {
        return numbers("--images", images, Integer.MAX_VALUE);
    }

    /** Checks that there are so many images. */
    public int[] images(int count) throws ProblemException {
        return numbers("--images", images, count);
    }

    /** Indices of spiking layers, ascending. */
    public List<Integer> layers(SpikingNetwork network) throws ProblemException {
        List<String> names = network.layers().stream().map(SpikingLayer::name).toList();
        if (layers.equals(List.of(ALL))) {
            return Watching.all(network);
        }
        List<Integer> chosen = new ArrayList<>();
        for (String name : layers) {
            String known = ConversionArguments.named("--layers", name, names, one -> one);
            IntStream.range(0, names.size())
                    .filter(l -> names.get(l).equals(known))
                    .forEach(chosen::add);
        }
        return chosen.stream().sorted().distinct().toList();
    }

    /** Neurons of each of some layers, ascending. */
    public IntFunction<int[]> neurons(SpikingNetwork network, List<Integer> watched)
            throws ProblemException {
        if (neurons.equals(List.of(ALL))) {
            return layer -> Watching.all(network, layer);
        }
        int fewest = Integer.MAX_VALUE;
        for (int layer : watched) {
            fewest = Math.min(fewest, network.layers().get(layer).neurons());
        }
        int[] chosen = numbers("--only-neurons", neurons, fewest);
        return layer -> chosen;
    }

    private static int[] numbers(String option, List<String> words, int end)
            throws ProblemException {
        IntStream.Builder numbers = IntStream.builder();
        for (String word : words) {
            Matcher range = RANGE.matcher(word);
            if (!range.matches()) {
                throw ConversionArguments.usage(
                        option,
                        ConversionArguments.itIs(word),
                        Texts.text("cli.arguments.writeNumbers"));
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last < first || last >= end) {
                throw ConversionArguments.usage(
                        option,
                        ConversionArguments.itIs(word),
                        Texts.text("cli.arguments.numbersTo", Numbers.count(end - 1)));
            }
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return Watching.ascending(numbers.build().toArray());
    }
}
