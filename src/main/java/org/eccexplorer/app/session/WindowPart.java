package org.eccexplorer.app.session;

/**
 * A part of the window that can be hidden, so that a lesson shows only what it is about; kept in
 * session files by its name.
 */
public enum WindowPart {
    NORMALISATION("Current normalisation"),
    ELIMINATION("Residual elimination"),
    CONSISTENCY("Batch-norm consistency"),
    NEURON_SETTINGS("Neuron and weights"),
    MORE_SETTINGS("More settings"),
    RUNS("Runs and page Runs"),
    STRIP("Network strip"),
    TILES("Tiles"),
    SAMPLE("Sample"),
    FEATURE_MAPS("Feature maps"),
    SPIKES("Output spikes"),
    MEMBRANE("Membrane"),
    ERROR("Page Error"),
    COST("Page Cost"),
    ANSWERS("Page Answers"),
    LAYER("Page Layer"),
    IMAGE("Page Image"),
    NEURON("Page Neuron"),
    SAMPLES("Page Samples"),
    DATA("Page Data");

    private final String title;

    WindowPart(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
