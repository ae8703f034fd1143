package org.eccexplorer.spiking;

/**
 * How all neurons of a network behave in time, besides what each layer says of itself: its
 * threshold, the charge of TRE and whether it fires. V(t) = (1 − leak)·V(t − 1) + Z(t); where V ≥
 * V_thr a spike and a reset.
 *
 * @param reset what happens to the membrane at a spike
 * @param leak share of V that a firing neuron loses per timestep, 0 to below 1
 * @param input how the image enters
 * @param flooredInput the closed form rounds the input's spike counts down
 */
public record Dynamics(Reset reset, double leak, InputCoding input, boolean flooredInput) {

    public Dynamics {
        if (!(leak >= 0 && leak < 1)) {
            throw new IllegalArgumentException("a leak of " + leak);
        }
    }

    /** Whether a spike takes all charge with it. */
    public boolean resetsToZero() {
        return reset == Reset.ZERO;
    }

    /** Whether the image is a current that never changes; else it enters as spikes. */
    public boolean hasConstantInput() {
        return input == InputCoding.CONSTANT;
    }

    /**
     * Whether all charge stays in the membrane or leaves it with a spike: S_T = V(T) − V(0) +
     * N·V_thr. A leak and a reset to zero lose some.
     */
    public boolean conservesCharge() {
        return reset == Reset.SUBTRACTION && leak == 0;
    }
}
