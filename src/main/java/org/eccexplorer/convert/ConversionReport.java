package org.eccexplorer.convert;

import java.util.List;
import org.eccexplorer.spiking.Role;

/**
 * What a conversion did.
 *
 * @param notes one per layer of the CNN, in its order
 * @param layers one per spiking layer
 * @param rewrites the CNN after each change that makes it another one, so that its own accuracy has
 *     to be measured again
 * @param warnings about the calibration, such as a layer that never fired
 */
public record ConversionReport(
        List<LayerNote> notes,
        List<Layer> layers,
        List<RewrittenCnn> rewrites,
        List<String> warnings) {

    /**
     * The figures of one spiking layer.
     *
     * @param lambda the largest λ of its channels
     * @param threshold V_thr
     * @param scale the activation that rate 1 stands for, the largest of its channels
     * @param weights number of distinct weights in its synapses
     * @param synapses number of connections
     */
    public record Layer(
            String name,
            Role role,
            int neurons,
            double lambda,
            double threshold,
            double scale,
            long weights,
            long synapses) {}

    public ConversionReport {
        notes = List.copyOf(notes);
        layers = List.copyOf(layers);
        rewrites = List.copyOf(rewrites);
        warnings = List.copyOf(warnings);
    }
}
