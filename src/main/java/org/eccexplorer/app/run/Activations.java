package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * What the CNN says of a batch of images: its activations where the spiking layers should follow
 * them, and its answers.
 *
 * @param layers per spiking layer, count × neurons
 */
record Activations(List<float[]> layers, int[] answers) {

    static Activations of(CnnEvaluator cnn, SpikingNetwork network, float[] pixels, int count) {
        float[][] byNode = new float[cnn.network().nodes().size()][];
        float[] outputs = cnn.evaluate(pixels, 0, count, (node, values) -> byNode[node] = values);
        List<float[]> layers = new ArrayList<>();
        for (SpikingLayer layer : network.layers()) {
            layers.add(byNode[layer.node()]);
        }
        return new Activations(layers, ClosedForm.answers(outputs, network.classes()));
    }
}
