package org.eccexplorer.convert;

/** What λ is chosen by. */
public enum LambdaRule {
    /** The maximum, or a percentile: what the largest activations are. */
    PERCENTILE,
    /** The least squares between activations and the rates that T timesteps can show. */
    MSE,
    /** The same for normally distributed values, from their mean and variance alone. */
    ITERATION
}
