package org.eccexplorer.figures.sweep;

import org.eccexplorer.text.Texts;

/** What a run gives at a timestep, as a column of a table; headed by {@link Texts#name}. */
enum Figure {
    T,
    ACCURACY,
    AGREEMENT,
    INTERVAL,
    DIFFERENCE,
    ENERGY,
    SPIKES,
    IMAGES,
    FRONT;

    /** What it is, with its unit. */
    String tooltip() {
        return switch (this) {
            case T -> Texts.text("figures.sweep.tooltipT");
            case ACCURACY -> Texts.text("figures.sweep.tooltipAccuracy");
            case AGREEMENT -> Texts.text("figures.sweep.tooltipAgreement");
            case INTERVAL -> Texts.text("figures.sweep.tooltipInterval");
            case DIFFERENCE -> Texts.text("figures.sweep.tooltipDifference");
            case ENERGY -> Texts.text("figures.sweep.tooltipEnergy");
            case SPIKES -> Texts.text("figures.sweep.tooltipSpikes");
            case IMAGES -> Texts.text("figures.sweep.tooltipImages");
            case FRONT -> Texts.text("figures.sweep.tooltipFront");
        };
    }
}
