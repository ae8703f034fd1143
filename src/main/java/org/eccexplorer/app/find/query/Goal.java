package org.eccexplorer.app.find.query;

import org.eccexplorer.option.Choice;

/** What a search makes least. */
public enum Goal {
    /** Energy of the SNN over that of the CNN. */
    ENERGY,
    /** T. */
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
     * @param timesteps until its answer
     * @param energyRatio energy of the SNN over that of the CNN
     * @param synOps synaptic operations
     */
    public record Costs(double timesteps, double energyRatio, double synOps, double spikes) {}
}
