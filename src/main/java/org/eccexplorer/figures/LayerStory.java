package org.eccexplorer.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/** What the conversion did to one layer and why, in sentences with this layer's own figures. */
public final class LayerStory {
    private LayerStory() {}

    /** Technique by technique. */
    public static List<String> of(Prepared prepared, int index) {
        SpikingNetwork network = prepared.network();
        SpikingLayer layer = network.layers().get(index);
        ConversionOptions options = prepared.settings().conversion();
        if (layer.role() == Role.MAXIMUM_GATE) {
            return List.of(
                    "Gates have no weights and no membrane: each passes the spikes of the input"
                            + " with the largest accumulated current.");
        }
        List<String> story = new ArrayList<>();
        story.add(normalisation(network, layer, options));
        if (layer.fires()) {
            story.add(elimination(layer, options));
        } else {
            story.add("These outputs add up their current and never fire: nothing is rounded.");
        }
        if (options.weightBits() > 0) {
            story.add(
                    "Weights were brought to %d bits: %,d steps between −max|W| and max|W|."
                            .formatted(options.weightBits(), (1L << options.weightBits()) - 1));
        }
        return story;
    }

    private static String normalisation(
            SpikingNetwork network, SpikingLayer layer, ConversionOptions options) {
        if (!options.currentNormalisation()) {
            return "CN is off: weights and biases stayed as folded and V_thr = 1, so an activation"
                    + " above 1 is clipped.";
        }
        List<String> before = new ArrayList<>();
        for (Projection projection : layer.projections()) {
            before.add(figure(most(network.sourceScale(projection.source()))));
        }
        String from = String.join(" or ", before.stream().distinct().toList());
        return "CN: weights × κ·λ(before)/λ = %s · %s / %s, biases × κ/λ, V_thr = κ. So rate 1 is"
                        .formatted(figure(options.kappa()), from, figure(most(layer.lambda())))
                + " the largest activation seen, and nothing is asked for more.";
    }

    private static String elimination(SpikingLayer layer, ConversionOptions options) {
        if (!options.residualElimination()) {
            return "TRE is off: what is left in the membrane at T is lost, so counts are rounded"
                    + " down.";
        }
        double given =
                layer.initialPotential() > 0 ? layer.initialPotential() : layer.spreadCharge();
        return "TRE: %s V_thr of charge %s, so that counts are rounded to the nearest."
                .formatted(
                        figure(given / layer.threshold()),
                        layer.initialPotential() > 0 ? "at the start" : "spread over the run");
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    private static String figure(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
