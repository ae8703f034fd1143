package org.eccexplorer.figures.sweep;

import org.eccexplorer.app.sweep.results.SweepPoint;
import org.eccexplorer.text.Texts;

/** What accuracy is held against; named by {@link Texts#name}. */
public enum Cost {
    /** Energy per image of the SNN over that of the CNN. */
    ENERGY,
    /** The timestep t. */
    TIMESTEPS,
    /** Spikes per image. */
    SPIKES;

    /** That of some results; NaN if it is not known. */
    public double of(SweepPoint point) {
        return switch (this) {
            case ENERGY -> point.energyRatio();
            case TIMESTEPS -> point.t();
            case SPIKES -> point.spikes();
        };
    }

    /** What the axis says, with the unit. */
    String axis() {
        return switch (this) {
            case ENERGY -> Texts.text("figures.sweep.axisEnergy");
            case TIMESTEPS -> Texts.text("figures.sweep.axisTimesteps");
            case SPIKES -> Texts.text("figures.sweep.axisSpikes");
        };
    }

    /** Of a chart. */
    String title() {
        return switch (this) {
            case ENERGY -> Texts.text("figures.sweep.titleEnergy");
            case TIMESTEPS -> Texts.text("figures.sweep.titleTimesteps");
            case SPIKES -> Texts.text("figures.sweep.titleSpikes");
        };
    }
}
