package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eccexplorer.app.work.ThreadCrew;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecord;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackends;

/**
 * One image looked at closely: what the CNN's layers answer, every spike of the converted network,
 * and its outputs after each timestep. The arrays are never changed.
 *
 * @param image its pixels, channels-last
 * @param activations per spiking layer, in units of λ, channels-last
 * @param answer class that the CNN gives
 * @param run outputs and totals of the simulation, without its neurons: their spikes say it all
 * @param spikes of all layers
 */
public record ImageTrace(
        Prepared prepared,
        float[] image,
        List<float[]> activations,
        int answer,
        ImageRun run,
        SpikeRecord spikes) {

    /**
     * Runs one image through both networks, its rows on several threads.
     *
     * @param index of the image in its data set, which with the seed decides Poisson spikes
     * @throws java.util.concurrent.CancellationException soon after {@code cancelled} turns true
     */
    public static ImageTrace of(
            Prepared prepared, float[] image, int index, BooleanSupplier cancelled) {
        SpikingNetwork network = prepared.network();
        Settings settings = prepared.settings();
        Activations seen = Activations.of(prepared.cnn(), network, image, 1);
        Simulator simulator = new Simulator(network, DenseBackends.chosen(), KernelChoice.BY_RATE);
        SpikeRecord spikes = new SpikeRecord(network, settings.timesteps());
        ImageRun run;
        try (ThreadCrew crew = new ThreadCrew(settings.threads())) {
            run =
                    simulator
                            .lend(
                                    new Simulator.Image(
                                            image, 0, index, settings.timesteps(), settings.seed()),
                                    simulator.newWorkspace(crew),
                                    spikes,
                                    cancelled)
                            .withoutNeurons();
        }
        List<float[]> activations = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            activations.add(scaled(network.layers().get(l), seen.layers().get(l)));
        }
        return new ImageTrace(prepared, image, activations, seen.answers()[0], run, spikes);
    }

    /** What one of a run takes: a bit or more of each neuron and timestep, and activations. */
    public static long bytes(Prepared prepared) {
        long bytes = 0;
        for (SpikingLayer layer : prepared.network().layers()) {
            long bits = (long) prepared.settings().timesteps() * (1 + layer.firing().planes());
            bytes += layer.neurons() * (bits / 8 + Float.BYTES);
        }
        return bytes;
    }

    private static float[] scaled(SpikingLayer layer, float[] values) {
        float[] scaled = new float[layer.neurons()];
        int channels = layer.shape().channels();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (layer.target(values[i]) / layer.unit(i % channels));
        }
        return scaled;
    }

    public SpikingNetwork network() {
        return prepared.network();
    }

    /**
     * Spikes per timestep of each neuron of a layer up to a timestep, counted from 1; for outputs
     * that never fire their accumulated current over V_thr and time.
     */
    public float[] rates(int layer, int timestep) {
        SpikingLayer own = network().layers().get(layer);
        if (own.fires() || own.role() == Role.MAXIMUM_GATE) {
            return spikes.rates(layer, timestep);
        }
        float[] rates = outputs(timestep);
        for (int i = 0; i < rates.length; i++) {
            rates[i] /= own.threshold() * timestep;
        }
        return rates;
    }

    /** The outputs after a timestep: accumulated current, or spike count where they fire. */
    public float[] outputs(int timestep) {
        float[] outputs = new float[network().classes()];
        System.arraycopy(
                run.outputs(), (timestep - 1) * outputs.length, outputs, 0, outputs.length);
        return outputs;
    }

    /** What the image votes for after each timestep. */
    public StoredVotes votes() {
        int[] every = IntStream.rangeClosed(1, run.timesteps()).toArray();
        double[] none = new double[every.length];
        return new StoredVotes(
                network().classes(),
                every,
                List.of(
                        new StoredVotes.Image(
                                answer,
                                answer,
                                run.answers(),
                                run.outputs(),
                                run.ties(),
                                none,
                                none)));
    }

    /** One neuron of a layer that is not a gate, over the whole run. */
    public NeuronTrace neuron(int layer, int neuron) {
        return NeuronTrace.of(network(), spikes, image, layer, neuron);
    }
}
