package org.eccexplorer.convert;

/**
 * Thresholding for residual elimination (TRE): θ·V_thr of extra charge turns the floor of a spike
 * count into rounding (Wu et al. 2022, section on residual elimination).
 *
 * @param initial V(0)
 * @param spread charge that is divided evenly over the timesteps of a run
 */
record ResidualElimination(float initial, float spread) {

    static ResidualElimination of(ConversionOptions options, double threshold, boolean fires) {
        float charge = fires ? (float) (options.effectiveTheta() * threshold) : 0;
        return switch (options.thetaTiming()) {
            case START -> new ResidualElimination(charge, 0);
            case SPREAD -> new ResidualElimination(0, charge);
        };
    }
}
