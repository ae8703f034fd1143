package org.eccexplorer.network;

import java.util.Map;

/**
 * How a network that spikes already does it: it is simulated by this rule, without a conversion.
 *
 * @param subtracts whether a spike takes the threshold from the potential; else it takes everything
 * @param currents the layers of the model with the weights of its synapses, before they are divided
 *     by thresholds: node by node the same as the model's
 * @param thresholds V_thr of neurons that have another than 1, by the name of their node
 */
public record OwnRule(boolean subtracts, Network currents, Map<String, Float> thresholds) {
    public OwnRule {
        thresholds = Map.copyOf(thresholds);
    }

    /** The same with its layers in another form. */
    public OwnRule with(Network other) {
        return new OwnRule(subtracts, other, thresholds);
    }
}
