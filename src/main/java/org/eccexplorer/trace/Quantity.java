package org.eccexplorer.trace;

/** What can be watched of a neuron. */
public enum Quantity {
    /** s(t): what it sent, as a list of events. */
    SPIKES("spikes"),
    /** V(t) after the spike, in units where V_thr is the layer's threshold. */
    POTENTIAL("potential"),
    /** Z(t): what it received at t, bias among it, in the same units. */
    CURRENT("current");

    private final String word;

    Quantity(String word) {
        this.word = word;
    }

    /** The word for it on the command line and in files. */
    public String word() {
        return word;
    }
}
