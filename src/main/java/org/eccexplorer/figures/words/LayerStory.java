package org.eccexplorer.figures.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What the conversion did to one layer and why, in sentences with this layer's own figures. */
public final class LayerStory {
    private LayerStory() {}

    /** Technique by technique. */
    public static List<String> of(Prepared prepared, int index) {
        SpikingNetwork network = prepared.network();
        SpikingLayer layer = network.layers().get(index);
        ConversionOptions options = prepared.settings().conversion();
        if (layer.role() == Role.MAXIMUM_GATE) {
            return List.of(Texts.text("figures.story.gates"));
        }
        List<String> story = new ArrayList<>();
        story.add(normalisation(network, layer, options));
        lambda(layer, prepared.settings().forTimesteps()).ifPresent(story::add);
        if (layer.fires() && !layer.firing().isMulti()) {
            story.add(elimination(layer, options));
        } else if (!layer.fires()) {
            story.add(Texts.text("figures.story.outputs"));
        }
        if (layer.fires() && !layer.firing().isPlain()) {
            story.add(spikes(layer.firing()));
        }
        calibrated(layer, prepared.settings().forTimesteps()).ifPresent(story::add);
        if (options.weightBits() > 0) {
            story.add(
                    Texts.text(
                            "figures.story.bits",
                            options.weightBits(),
                            Numbers.count((1L << options.weightBits()) - 1)));
        }
        return story;
    }

    /** How λ was chosen, if not as the paper does. */
    private static Optional<String> lambda(SpikingLayer layer, ConversionOptions options) {
        if (!options.currentNormalisation()) {
            return Optional.empty();
        }
        if (options.lambdaOf().of(layer.name()).isPresent()) {
            return Optional.of(Texts.text("figures.story.byHand"));
        }
        return switch (options.lambdaRule()) {
            case PERCENTILE -> Optional.empty();
            case MSE -> Optional.of(Texts.text("figures.story.leastSquares", options.lambdaFor()));
            case ITERATION ->
                    Optional.of(Texts.text("figures.story.iteration", options.lambdaFor()));
        };
    }

    /** What a batch of images corrected. */
    private static Optional<String> calibrated(SpikingLayer layer, ConversionOptions options) {
        if (!options.calibrate().applies(layer)) {
            return Optional.empty();
        }
        return switch (options.calibrate()) {
            case NONE -> Optional.empty();
            case BIAS -> Optional.of(Texts.text("figures.story.bias"));
            case POTENTIAL -> Optional.of(potential(layer, options.lambdaFor()));
        };
    }

    private static String potential(SpikingLayer layer, int timesteps) {
        double low = 0;
        double high = 0;
        double sum = 0;
        for (int i = 0; i < layer.neurons(); i++) {
            double moved = layer.initialOffset(i) / layer.threshold();
            low = Math.min(low, moved);
            high = Math.max(high, moved);
            sum += Math.abs(moved);
        }
        return Texts.text(
                "figures.story.potential",
                Numbers.difference(low, 2),
                Numbers.difference(high, 2),
                Numbers.fixed(sum / layer.neurons(), 2),
                timesteps);
    }

    private static String normalisation(
            SpikingNetwork network, SpikingLayer layer, ConversionOptions options) {
        if (!options.currentNormalisation()) {
            return Texts.text(
                    layer.isCurrentOutput() ? "figures.story.noCnOutputs" : "figures.story.noCn");
        }
        String from =
                layer.projections().stream()
                        .map(projection -> network.sourceScale(projection.source()))
                        .map(scale -> Numbers.compact(most(scale)))
                        .distinct()
                        .reduce((a, b) -> Texts.text("figures.story.or", a, b))
                        .orElse(Numbers.NONE);
        return Texts.text(
                layer.isCurrentOutput() ? "figures.story.cnOutputs" : "figures.story.cn",
                Numbers.compact(options.kappa()),
                from,
                Numbers.compact(most(layer.lambda())));
    }

    private static String spikes(Firing firing) {
        if (firing.isMulti()) {
            return Texts.text("figures.story.multi", firing.thresholds());
        }
        return Texts.text(firing.goesBelowZero() ? "figures.story.linear" : "figures.story.signed");
    }

    private static String elimination(SpikingLayer layer, ConversionOptions options) {
        if (!options.residualElimination()) {
            return Texts.text("figures.story.noTre");
        }
        boolean atStart = layer.initialPotential() > 0;
        double given = atStart ? layer.initialPotential() : layer.spreadCharge();
        return Texts.text(
                atStart ? "figures.story.treAtStart" : "figures.story.treSpread",
                Numbers.compact(given / layer.threshold()));
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }
}
