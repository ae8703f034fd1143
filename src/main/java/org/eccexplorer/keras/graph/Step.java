package org.eccexplorer.keras.graph;

import java.util.List;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.layer.Stage;

/**
 * A layer of the network to be, in its place.
 *
 * @param owner the Keras layer that has the weights
 * @param name unique in the network
 * @param inputs indices of the steps that feed it; empty for the input
 */
public record Step(KerasLayer owner, String name, List<Integer> inputs, Stage stage) {
    public Step {
        inputs = List.copyOf(inputs);
    }
}
