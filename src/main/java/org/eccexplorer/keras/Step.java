package org.eccexplorer.keras;

import java.util.List;

/**
 * A layer of the network to be, in its place.
 *
 * @param owner the Keras layer that has the weights
 * @param name unique in the network
 * @param inputs indices of the steps that feed it; empty for the input
 */
record Step(KerasLayer owner, String name, List<Integer> inputs, Stage stage) {
    Step {
        inputs = List.copyOf(inputs);
    }
}
