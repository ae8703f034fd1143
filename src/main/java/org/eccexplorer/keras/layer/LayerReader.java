package org.eccexplorer.keras.layer;

import java.util.List;
import org.eccexplorer.keras.config.Refusal;

/** Reads the settings of one class of layer into stages. */
@FunctionalInterface
public interface LayerReader {

    /**
     * Reads one call of a layer.
     *
     * @throws Refusal if a setting has no meaning here, or the inputs do not fit
     */
    List<Stage> read(LayerCall call) throws Refusal;
}
