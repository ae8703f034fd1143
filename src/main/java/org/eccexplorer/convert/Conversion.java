package org.eccexplorer.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eccexplorer.network.Network;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Texts;

/**
 * The conversion of one CNN with one set of options, in two steps: first the graph is unfolded
 * (which says what must be calibrated), then, given the ranges of the activations, the spiking
 * network is made.
 */
public final class Conversion {
    private final Network network;
    private final ConversionOptions options;
    private final Unfolding.Result unfolded;
    private final ActivationRewrite activated;
    private final MaximumPoolingRewrite pooled;

    private final boolean rewritten;

    private Conversion(
            ConversionOptions options,
            Unfolding.Result unfolded,
            ActivationRewrite activated,
            MaximumPoolingRewrite pooled,
            boolean rewritten) {
        this.network = pooled.network();
        this.options = options;
        this.unfolded = unfolded;
        this.activated = activated;
        this.pooled = pooled;
        this.rewritten = rewritten;
    }

    /** The spiking network with the report on how it was made. */
    public record Result(SpikingNetwork network, ConversionReport report) {}

    /**
     * Unfolds the graph.
     *
     * @throws ProblemException naming every layer without a spiking counterpart, or those that λ is
     *     given for by hand and that are not there
     */
    public static Conversion of(Network network, ConversionOptions options)
            throws ProblemException {
        ActivationRewrite activated = ActivationRewrite.of(network, options);
        MaximumPoolingRewrite pooled = MaximumPoolingRewrite.of(activated.network(), options);
        Unfolding.Result unfolded = Unfolding.of(pooled.network(), options);
        Lambda.check(unfolded.layers(), options);
        return new Conversion(
                options, unfolded, activated, pooled, !pooled.network().equals(network));
    }

    /** The CNN that is converted: as trained, or with activations or maximum pooling replaced. */
    public Network network() {
        return network;
    }

    /** Whether {@link #network()} has other layers than the one that was trained. */
    public boolean isRewritten() {
        return rewritten;
    }

    /** What the conversion does with each layer of the CNN. */
    public List<LayerNote> notes() {
        List<LayerNote> notes = new ArrayList<>(activated.notes());
        notes.addAll(pooled.notes());
        notes.addAll(unfolded.notes());
        return notes;
    }

    /** The nodes of {@link #network()} whose ranges {@link #result} needs. */
    public Set<Integer> calibratedNodes() {
        Set<Integer> nodes = new HashSet<>();
        for (RateLayer layer : unfolded.layers()) {
            nodes.add(layer.node());
        }
        return nodes;
    }

    /** Those of them whose values below zero matter as much. */
    public Set<Integer> nodesOfBothSigns() {
        Set<Integer> nodes = new HashSet<>();
        for (RateLayer layer : unfolded.layers()) {
            if (layer.role() == Role.LINEAR) {
                nodes.add(layer.node());
            }
        }
        return nodes;
    }

    /** Makes the spiking network. */
    public Result result(ActivationRanges ranges) {
        List<String> warnings = new ArrayList<>();
        if (options.hasThresholds()) {
            int thresholds = options.firing().thresholds();
            warnings.add(Texts.text("convert.otherNeurons", thresholds, options.firing().planes()));
        }
        Lambda lambda = Lambda.of(unfolded.layers(), ranges, options, warnings);
        List<RateLayer> rates = unfolded.layers();
        CurrentNormalisation normalisation =
                new CurrentNormalisation(options, rates, lambda.input(), lambda.layers());
        List<SpikingLayer> layers = new ArrayList<>();
        List<ConversionReport.Layer> figures = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            SpikingLayer layer = spikingLayer(i, normalisation, lambda.layers().get(i));
            layers.add(layer);
            figures.add(figures(layer));
        }
        SpikingNetwork spiking =
                new SpikingNetwork(
                        network.name(),
                        network.inputShape(),
                        normalisation.inputScale(),
                        layers,
                        options.dynamics());
        List<RewrittenCnn> rewrites = RewrittenCnn.of(activated, pooled, options);
        return new Result(spiking, new ConversionReport(notes(), figures, rewrites, warnings));
    }

    private SpikingLayer spikingLayer(
            int index, CurrentNormalisation normalisation, double[] lambda) {
        RateLayer rate = unfolded.layers().get(index);
        boolean fires = rate.role() != Role.OUTPUT || options.output() == Readout.SPIKES;
        double threshold = normalisation.threshold(index);
        ResidualElimination charge = ResidualElimination.of(options, threshold, fires);
        return new SpikingLayer(
                rate.name(),
                rate.role(),
                rate.shape(),
                WeightQuantisation.apply(normalisation.projections(index), options),
                normalisation.bias(index),
                (float) threshold,
                charge.initial(),
                charge.spread(),
                normalisation.scale(index),
                lambda,
                fires,
                firing(index),
                rate.node(),
                rate.ceiling());
    }

    /** Gates send what their source sends. */
    private Firing firing(int layer) {
        RateLayer rate = unfolded.layers().get(layer);
        return switch (rate.role()) {
            case MAXIMUM_GATE -> firing(rate.terms().getFirst().source());
            case LINEAR -> options.firing().belowZero();
            case RELU, AVERAGE_POOLING, OUTPUT -> options.firing();
        };
    }

    private static ConversionReport.Layer figures(SpikingLayer layer) {
        return new ConversionReport.Layer(
                layer.name(),
                layer.role(),
                layer.neurons(),
                Arrays.stream(layer.lambda()).max().orElseThrow(),
                layer.threshold(),
                Arrays.stream(layer.scale()).max().orElseThrow(),
                layer.projections().stream().mapToLong(p -> p.weights().length).sum(),
                layer.projections().stream().mapToLong(Projection::synapses).sum());
    }
}
