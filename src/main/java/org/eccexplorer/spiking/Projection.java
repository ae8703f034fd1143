package org.eccexplorer.spiking;

import org.eccexplorer.tensor.Shape;

/**
 * The synapses from one source to one spiking layer, normalised: a spike of source channel c at
 * pixel s adds {@code weights[(tap·channels + c)·fan …]} to {@code fan} neurons of every target
 * pixel whose entry reads s through that tap.
 *
 * @param source index of the spiking layer it comes from; −1 for the input
 * @param from shape of the source, read channels-last
 * @param to shape of the target layer
 * @param offset first target channel it reaches
 * @param width number of target channels it reaches
 * @param groups divides source channels and width; each group of channels reaches its own
 * @param weights [tap][source channel][width / groups], in units where V_thr is the layer's
 *     threshold
 * @param quantum of quantised weights, which are whole multiples of it; 0 for others. The current
 *     of spikes is then quantum · Σ levels
 */
public record Projection(
        int source,
        Shape from,
        Shape to,
        int offset,
        int width,
        int groups,
        TapTable table,
        float[] weights,
        double quantum) {

    /** The index of the input image as a source. */
    public static final int INPUT = -1;

    /** The whole numbers whose multiples the weights are. */
    public float[] levels() {
        float[] levels = new float[weights.length];
        double perLevel = 1 / quantum;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) Math.rint(weights[i] * perLevel);
        }
        return levels;
    }

    /** Whether gates of a channel follow the input with the fewest spikes, for a minimum. */
    public boolean isMinimum(int channel) {
        return weights[channel] < 0;
    }

    /** The same synapses with levels for weights. */
    public Projection withLevels() {
        return new Projection(source, from, to, offset, width, groups, table, levels(), 1);
    }

    /**
     * The same synapses, all in one group, with each source channel followed by one of opposite
     * weights: a spike of −1 is then a spike of the second.
     */
    public Projection withOpposites() {
        if (groups != 1) {
            throw new IllegalArgumentException("opposites of groups");
        }
        float[] both = new float[2 * weights.length];
        for (int i = 0; i < weights.length; i++) {
            int row = i / width;
            both[2 * row * width + i % width] = weights[i];
            both[(2 * row + 1) * width + i % width] = -weights[i];
        }
        Shape pairs = new Shape(from.height(), from.width(), 2 * from.channels());
        return new Projection(source, pairs, to, offset, width, groups, table, both, quantum);
    }

    /** Target channels that one source channel reaches through one tap. */
    public int fan() {
        return width / groups;
    }

    /** First target channel of source channel {@code ci}. */
    public int firstTarget(int ci) {
        return offset + ci / (from.channels() / groups) * fan();
    }

    /** The number of connections, exact at borders: what one pass of the CNN multiplies. */
    public long synapses() {
        return (long) table.source().length * from.channels() * fan();
    }
}
