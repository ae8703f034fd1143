package org.eccexplorer.app.find.query;

import org.eccexplorer.measure.votes.EarlyAnswers;
import org.eccexplorer.option.Choice;

/** What a search makes least. */
public enum Goal {
    /** Energy of the SNN over that of the CNN. */
    ENERGY,
    /** Timesteps from an image to its answer. */
    TIMESTEPS,
    /** Synaptic operations per image. */
    SYNOPS,
    /** Spikes per image. */
    SPIKES;

    /** On the command line and in files. */
    public static final Choice<Goal> OPTION = new Choice<>("least", "--least", ENERGY);

    /**
     * What it costs to go on until a timestep.
     *
     * @param costs which are known of it
     */
    public double of(Costs costs) {
        return switch (this) {
            case ENERGY -> costs.energyRatio();
            case TIMESTEPS -> costs.timesteps();
            case SYNOPS -> costs.synOps();
            case SPIKES -> costs.spikes();
        };
    }

    /**
     * What an image costs on average until a timestep.
     *
     * @param timesteps from the image to its answer: T, fewer where images are answered early, L·T
     *     where each of L layers one behind the other waits for the one before it
     * @param energyRatio energy of the SNN over that of the CNN
     * @param synOps synaptic operations
     */
    public record Costs(double timesteps, double energyRatio, double synOps, double spikes) {

        /** Those of images that are answered early. */
        public static Costs of(EarlyAnswers early, Energy energy) {
            double timesteps = early.meanTimesteps();
            int last = early.synOps().length - 1;
            double synOps = early.synOps()[last];
            return new Costs(
                    timesteps, energy.ratio(timesteps, synOps), synOps, early.spikes()[last]);
        }
    }

    /** Energy of the SNN over that of the CNN. */
    public interface Energy {
        /**
         * For an image.
         *
         * @param timesteps mean over images
         */
        double ratio(double timesteps, double synOps);
    }
}
