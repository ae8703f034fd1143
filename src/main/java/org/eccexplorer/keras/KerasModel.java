package org.eccexplorer.keras;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.network.Network;

/**
 * A model as it was read.
 *
 * @param format container and writer, such as "Keras 3.15.1 (.keras)"
 * @param sha256 of the whole file, in hexadecimal
 * @param rescales whether the model scales its input by itself, so that bytes go in as they are
 * @param warnings what was odd without being wrong
 */
public record KerasModel(
        Network network, String format, String sha256, boolean rescales, List<String> warnings) {
    public KerasModel {
        warnings = List.copyOf(warnings);
    }

    KerasModel withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new KerasModel(network, format, sha256, rescales, more);
    }
}
