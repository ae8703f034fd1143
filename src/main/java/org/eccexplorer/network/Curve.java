package org.eccexplorer.network;

/** The shape of an activation function other than ReLU, and the parameters that it takes. */
public enum Curve {
    /** x above 0, slope·x below; a slope for all values, for each channel or for each value. */
    LEAKY(true),
    /** scale·x above 0, scale·α·(exp(inner·x) − 1) below; parameters α, scale, inner. */
    EXPONENTIAL_LINEAR(true),
    /** x·sigmoid(x). */
    SWISH(false),
    /** x·Φ(x) with the distribution function Φ of the normal distribution. */
    GELU(false),
    /** x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³))). */
    GELU_BY_TANH(false),
    /** x·tanh(log(1 + exp(x))). */
    MISH(false),
    /** α·x + β between 0 and 1; parameters α, β. */
    HARD_SIGMOID(false),
    /** x times a hard sigmoid; parameters α, β. */
    HARD_SWISH(false),
    /** 1/(1 + exp(−x)). */
    SIGMOID(true),
    TANH(true),
    /** The error function, which exporters write in place of GELU. */
    ERF(true),
    /** log(1 + exp(β·x))/β; parameter β. */
    SOFT_PLUS(true),
    /** x/(1 + |x|). */
    SOFT_SIGN(true),
    EXPONENTIAL(true),
    /** |x|, x² and x³, of which exporters make other functions. */
    ABSOLUTE(false),
    SQUARE(false),
    CUBE(true),
    /** x between two bounds; parameters low, high. */
    CLAMP(false),
    /** x above θ, otherwise 0; parameter θ. */
    THRESHOLD(false);

    private final boolean rises;

    Curve(boolean rises) {
        this.rises = rises;
    }

    /** Whether a larger value always gives a larger one, with the parameters that models have. */
    public boolean rises() {
        return rises;
    }
}
