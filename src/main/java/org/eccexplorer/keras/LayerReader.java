package org.eccexplorer.keras;

import java.util.List;

/** Reads the settings of one class of layer into stages. */
@FunctionalInterface
interface LayerReader {

    /**
     * Reads one call of a layer.
     *
     * @param inputs all with known shapes
     * @param channelsFirst whether the model stores images as planes
     * @throws LayerConfig.Refusal if a setting has no meaning here
     */
    List<Stage> read(LayerConfig config, List<Value> inputs, boolean channelsFirst)
            throws LayerConfig.Refusal;
}
