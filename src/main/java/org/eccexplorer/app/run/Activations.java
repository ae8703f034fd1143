package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.SpareArrays;

/**
 * What the CNN says of a batch of images: its activations where the spiking layers should follow
 * them, and its answers.
 *
 * @param layers per spiking layer, count × neurons
 */
record Activations(List<float[]> layers, int[] answers) {

    static Activations of(CnnEvaluator cnn, SpikingNetwork network, float[] pixels, int count) {
        return of(cnn, network, pixels, count, new SpareArrays());
    }

    /**
     * The same, in arrays of earlier batches.
     *
     * @param spare may take those of this one when they are of no more use
     */
    static Activations of(
            CnnEvaluator cnn,
            SpikingNetwork network,
            float[] pixels,
            int count,
            SpareArrays spare) {
        Set<Integer> nodes =
                network.layers().stream().map(SpikingLayer::node).collect(Collectors.toSet());
        float[][] byNode = cnn.activations(pixels, 0, count, nodes::contains, spare);
        List<float[]> layers = new ArrayList<>();
        for (SpikingLayer layer : network.layers()) {
            layers.add(byNode[layer.node()]);
        }
        float[] outputs = byNode[byNode.length - 1];
        return new Activations(layers, ClosedForm.answers(outputs, network.classes()));
    }

    /** Gives its arrays away, to be used for another batch. */
    void giveTo(SpareArrays spare) {
        // Layers may follow the same activation.
        Set<float[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        arrays.addAll(layers);
        arrays.forEach(spare::give);
    }
}
