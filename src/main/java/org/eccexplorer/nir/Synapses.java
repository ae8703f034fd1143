package org.eccexplorer.nir;

import java.util.Optional;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;

/**
 * The synapses of a projection over the pixels of its source as they are: a flattened source, which
 * a projection reads as one pixel with all values as channels, is an image again.
 *
 * @param from shape of the source
 * @param table of the pixels of {@code from}
 */
record Synapses(Projection projection, Shape from, TapTable table) {

    /** Of a source of a shape; empty if it is read in a way that no image is. */
    static Optional<Synapses> of(Projection projection, Shape sent) {
        Shape read = projection.from();
        if (read.equals(sent)) {
            return Optional.of(new Synapses(projection, sent, projection.table()));
        }
        boolean flattened =
                read.isVector()
                        && read.size() == sent.size()
                        && projection.to().pixels() == 1
                        && projection.groups() == 1
                        && projection.table().taps() == 1
                        && projection.table().source().length == 1;
        if (!flattened) {
            return Optional.empty();
        }
        int pixels = sent.pixels();
        int[] each = new int[pixels];
        for (int p = 0; p < pixels; p++) {
            each[p] = p;
        }
        TapTable table = new TapTable(new int[] {0, pixels}, each, each.clone(), pixels);
        return Optional.of(new Synapses(projection, sent, table));
    }

    /** The weight from a channel of the source to one of the target, through a tap. */
    float weight(int tap, int input, int output) {
        Projection p = projection;
        int group = from.channels() / (p.from().equals(from) ? p.groups() : 1);
        int fan = p.fan();
        int first = p.offset() + input / group * fan;
        boolean reached = output >= first && output < first + fan;
        return reached ? p.weights()[(tap * from.channels() + input) * fan + output - first] : 0;
    }
}
