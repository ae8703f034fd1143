package org.eccexplorer.sim;

/** What one layer did on one image. */
public sealed interface LayerRun permits LayerRun.Kept, LayerRun.Steps, LentLayer {
    /**
     * What its neurons did, in arrays of their number or longer, which are not to be changed.
     *
     * @param count spikes per neuron; for outputs that never fire S_T/V_thr
     * @param membrane V(T) per neuron
     * @param charge S_T per neuron: the current it received in all, without the charge of TRE, but
     *     with what a calibration gave it at the start
     */
    record Neurons(float[] count, float[] membrane, float[] charge) {}

    /** What happened at each timestep. */
    PerStep perStep();

    /**
     * What its neurons did. Of a run that was {@link Simulator#lend lent} the arrays are those of
     * its workspace: they hold until another layer is asked for or another image is run there.
     */
    Neurons neurons();

    /** Of each neuron, see {@link Neurons}. */
    default float[] count() {
        return neurons().count();
    }

    /** Of each neuron, see {@link Neurons}. */
    default float[] membrane() {
        return neurons().membrane();
    }

    /** Of each neuron, see {@link Neurons}. */
    default float[] charge() {
        return neurons().charge();
    }

    /** With arrays of its own. */
    record Kept(PerStep perStep, Neurons neurons) implements LayerRun {}

    /** Without its neurons. */
    record Steps(PerStep perStep) implements LayerRun {
        @Override
        public Neurons neurons() {
            throw new IllegalStateException("what neurons did was not kept");
        }
    }
}
