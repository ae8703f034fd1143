package org.eccexplorer.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A model as it was read.
 *
 * @param format container and writer, such as "Keras 3.15.1 (.keras)"
 * @param sha256 of the whole file, in hexadecimal
 * @param warnings what was odd without being wrong
 */
public record TrainedModel(
        Network network,
        String format,
        String sha256,
        Conventions conventions,
        List<String> warnings) {
    public TrainedModel {
        warnings = List.copyOf(warnings);
    }

    /** Whether the model scales its input by itself, so that bytes go in as they are. */
    public boolean rescales() {
        return conventions.rescales();
    }

    /** The same with its layers in another form. */
    public TrainedModel with(Network network) {
        return new TrainedModel(network, format, sha256, conventions, warnings);
    }

    /** The same with one more warning. */
    public TrainedModel withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new TrainedModel(network, format, sha256, conventions, more);
    }
}
