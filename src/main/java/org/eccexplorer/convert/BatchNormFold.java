package org.eccexplorer.convert;

import org.eccexplorer.network.Layer;
import org.eccexplorer.text.Texts;

/**
 * Consistency maintenance for batch normalisation (CMB): a batch normalisation as factor and
 * constant per channel, W' = γ/√(σ²+ε)·W and b' = γ/√(σ²+ε)·(b − μ) + β (Wu et al. 2022, section on
 * consistency maintenance). With CMB ε is the layer's own; without, the one of another framework.
 *
 * @param factor γ/√(σ²+ε)
 * @param constant β − μ·factor
 */
record BatchNormFold(double[] factor, double[] constant, String explanation) {

    static BatchNormFold of(Layer.BatchNormalization layer, ConversionOptions options) {
        boolean consistent = options.batchNormConsistency();
        double epsilon = consistent ? layer.epsilon() : options.epsilon();
        int channels = layer.channels();
        double[] factor = new double[channels];
        double[] constant = new double[channels];
        for (int c = 0; c < channels; c++) {
            double deviation = Math.sqrt(layer.variance()[c] + epsilon);
            // A dead channel folded with ε = 0 would divide by zero: it has no spread to restore.
            factor[c] = deviation > 0 ? layer.gamma()[c] / deviation : 0;
            constant[c] = layer.beta()[c] - layer.mean()[c] * factor[c];
        }
        String explanation =
                consistent
                        ? Texts.text("convert.foldedAsTrained", layer.epsilon())
                        : Texts.text("convert.foldedOtherwise", epsilon, layer.epsilon());
        return new BatchNormFold(factor, constant, explanation);
    }
}
