package org.eccexplorer.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.convert.ConversionOptions;
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
        if (layer.fires()) {
            story.add(elimination(layer, options));
        } else {
            story.add(Texts.text("figures.story.outputs"));
        }
        if (layer.fires() && !layer.firing().isPlain()) {
            story.add(
                    Texts.text(
                            layer.firing().goesBelowZero()
                                    ? "figures.story.linear"
                                    : "figures.story.signed"));
        }
        if (options.weightBits() > 0) {
            story.add(
                    Texts.text(
                            "figures.story.bits",
                            options.weightBits(),
                            Numbers.count((1L << options.weightBits()) - 1)));
        }
        return story;
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
