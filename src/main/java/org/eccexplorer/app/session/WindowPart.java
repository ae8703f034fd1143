package org.eccexplorer.app.session;

/**
 * A part of the window that can be hidden, so that a lesson shows only what it is about; kept in
 * session files by its name.
 */
public enum WindowPart {
    NORMALISATION,
    ELIMINATION,
    CONSISTENCY,
    BEYOND_ECC,
    NEURON_SETTINGS,
    MORE_SETTINGS,
    RUNS,
    STRIP,
    TILES,
    SAMPLE,
    FEATURE_MAPS,
    SPIKES,
    MEMBRANE,
    ERROR,
    COST,
    ANSWERS,
    LAYER,
    IMAGE,
    NEURON,
    SAMPLES,
    DATA,
    PAPER
}
