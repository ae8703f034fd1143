package org.eccexplorer.app.sweep.results;

/**
 * What a run of a sweep gives up to a timestep; NaN stands for what is not known.
 *
 * @param t the timestep
 * @param images that were run
 * @param accuracy from 0 to 1, with its 95 % interval {@code low} to {@code high} (Wilson)
 * @param cnnAccuracy of the CNN on the same images
 * @param agreement share of images on which SNN and CNN give the same class
 * @param latency timesteps from image to answer
 * @param spikes per image
 * @param synOps synaptic operations per image
 * @param microjoules energy per image
 * @param energyRatio energy over that of the CNN
 */
public record SweepPoint(
        int t,
        int images,
        double accuracy,
        double low,
        double high,
        double cnnAccuracy,
        double agreement,
        double latency,
        double spikes,
        double synOps,
        double microjoules,
        double energyRatio) {}
