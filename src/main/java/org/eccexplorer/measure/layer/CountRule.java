package org.eccexplorer.measure.layer;

import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.Dynamics;

/**
 * How spike counts follow from charge, which decides what the parts of the error are.
 *
 * @param most largest count N that there can be
 * @param whole whether counts are whole numbers
 * @param conserving whether S_T = V(T) − V(0) + N·V_thr
 */
public record CountRule(double most, boolean whole, boolean conserving) {

    /** At most a spike per timestep; a leak and a reset to zero lose charge. */
    public static CountRule simulated(Dynamics dynamics, int timesteps) {
        return new CountRule(timesteps, true, dynamics.conservesCharge());
    }

    /** The closed form, which loses no charge. */
    public static CountRule closedForm(ClosedForm.Variant variant, int timesteps) {
        return new CountRule(variant.most(timesteps), variant.rounded(), true);
    }
}
