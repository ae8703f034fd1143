package org.eccexplorer.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was read.
 *
 * @param format container and writer, such as "Keras 3.15.1 (.keras)"
 * @param sha256 of the whole file, in hexadecimal
 * @param warnings what was odd without being wrong
 * @param ownRule of a network that spikes already, whose layers are its rates; null of a CNN
 */
public record TrainedModel(
        Network network,
        String format,
        String sha256,
        Conventions conventions,
        List<String> warnings,
        @Nullable OwnRule ownRule) {
    public TrainedModel {
        warnings = List.copyOf(warnings);
    }

    /** A CNN. */
    public TrainedModel(
            Network network,
            String format,
            String sha256,
            Conventions conventions,
            List<String> warnings) {
        this(network, format, sha256, conventions, warnings, null);
    }

    /** Whether the model scales its input by itself, so that bytes go in as they are. */
    public boolean rescales() {
        return conventions.rescales();
    }

    /** The same with its layers in another form. */
    public TrainedModel with(Network network) {
        return new TrainedModel(network, format, sha256, conventions, warnings, ownRule);
    }

    /** The same that spikes by another rule. */
    public TrainedModel with(OwnRule rule) {
        return new TrainedModel(network, format, sha256, conventions, warnings, rule);
    }

    /** The same with one more warning. */
    public TrainedModel withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new TrainedModel(network, format, sha256, conventions, more, ownRule);
    }
}
