package org.eccexplorer.sim;

/**
 * What is counted of one layer after each timestep: of one image, or summed over several. The first
 * value of each array is that of timestep 1.
 *
 * @param spikes summed over neurons
 * @param residual mean of |V|/V_thr over neurons, after the step
 * @param remainder mean of max(V, 0)/V_thr over neurons, after the step: charge that has not become
 *     a spike
 * @param operations synaptic operations that reached the layer from spikes
 */
public record PerStep(double[] spikes, double[] residual, double[] remainder, double[] operations) {

    /** Zeros. */
    public static PerStep of(int timesteps) {
        return new PerStep(
                new double[timesteps],
                new double[timesteps],
                new double[timesteps],
                new double[timesteps]);
    }

    /** Adds another layer's or image's to these. */
    public void add(PerStep other) {
        add(spikes, other.spikes);
        add(residual, other.residual);
        add(remainder, other.remainder);
        add(operations, other.operations);
    }

    private static void add(double[] sums, double[] values) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] += values[t];
        }
    }

    /** These divided by a number of images. */
    public PerStep mean(double images) {
        return new PerStep(
                mean(spikes, images),
                mean(residual, images),
                mean(remainder, images),
                mean(operations, images));
    }

    private static double[] mean(double[] sums, double images) {
        double[] mean = new double[sums.length];
        for (int t = 0; t < mean.length; t++) {
            mean[t] = sums[t] / images;
        }
        return mean;
    }
}
