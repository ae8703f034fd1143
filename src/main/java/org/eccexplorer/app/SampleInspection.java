package org.eccexplorer.app;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.convert.SpikingLayer;
import org.eccexplorer.convert.SpikingNetwork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.CnnEvaluator;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.LayerRun;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.tensor.DenseBackends;

/**
 * One image looked at closely: what the CNN's layers answer and how often the neurons fire, both
 * per neuron and in units of the layer's scale.
 *
 * @param image index in its data set
 * @param network that was run
 * @param activations per spiking layer, channels-last
 * @param rates per spiking layer, channels-last
 */
public record SampleInspection(
        int image, SpikingNetwork network, List<float[]> activations, List<float[]> rates) {

    /** Runs one image through both networks. */
    public static SampleInspection of(
            CnnEvaluator cnn,
            SpikingNetwork network,
            LabelledImages images,
            int image,
            int timesteps) {
        int size = network.input().size();
        Activations seen = Activations.of(cnn, network, images.pixels(), image * size, 1);
        Simulator simulator = new Simulator(network, DenseBackends.chosen(), KernelChoice.SPARSE);
        ImageRun run =
                simulator.run(
                        images.pixels(),
                        image * size,
                        image,
                        timesteps,
                        1,
                        simulator.newWorkspace(),
                        SpikeRecorder.NONE,
                        () -> false);
        List<float[]> activations = new ArrayList<>();
        List<float[]> rates = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            activations.add(scaled(network.layers().get(l), seen.layers().get(l)));
            rates.add(rates(run.layers().get(l), timesteps));
        }
        return new SampleInspection(image, network, activations, rates);
    }

    private static float[] scaled(SpikingLayer layer, float[] values) {
        float[] scaled = new float[layer.neurons()];
        int channels = layer.shape().channels();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (layer.target(values[i]) / layer.scale()[i % channels]);
        }
        return scaled;
    }

    private static float[] rates(LayerRun run, int timesteps) {
        float[] rates = new float[run.count().length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = run.count()[i] / timesteps;
        }
        return rates;
    }
}
