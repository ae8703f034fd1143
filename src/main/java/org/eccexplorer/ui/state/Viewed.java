package org.eccexplorer.ui.state;

import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.live.CnnReference;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.Reading;

/**
 * What everything in the window shows at one moment.
 *
 * @param shown runs that are drawn, the oldest first
 * @param focus the run whose layers are shown
 * @param layer index of the spiking layer
 * @param neuron index in the layer, −1 if none was chosen
 * @param timestep from 1 to T of the focused run
 * @param image whose way through the network is shown
 * @param cnn what the focused run is held against, on all images as soon as that is known
 */
public record Viewed(
        List<RunState> shown,
        RunState focus,
        int layer,
        int neuron,
        int timestep,
        ViewedImage image,
        Optional<CnnReference> cnn) {

    public Viewed {
        shown = List.copyOf(shown);
    }

    /** How the classes of the focused run are read. */
    public Reading reading() {
        return focus.snapshot().map(RunSnapshot::reading).orElse(Reading.PLAIN);
    }

    /** The chosen neuron, or the one with the largest activation if none was. */
    public int neuron(ImageTrace trace) {
        float[] activations = trace.activations().get(layer);
        if (neuron >= 0 && neuron < activations.length) {
            return neuron;
        }
        int largest = 0;
        for (int i = 1; i < activations.length; i++) {
            largest = activations[i] > activations[largest] ? i : largest;
        }
        return largest;
    }
}
