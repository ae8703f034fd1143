package org.eccexplorer.keras.weights;

import io.jhdf.api.Dataset;
import java.util.List;
import java.util.Set;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.layer.WeightSpec;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where a file keeps the weights of its layers. */
public sealed interface WeightSource permits ArchiveWeights, LegacyWeights, ShardedWeights {

    /** A dataset and its path in the file. */
    record Found(String path, Dataset dataset) {}

    /** The dataset of a weight; null if the file has none. */
    @Nullable Found find(KerasLayer layer, WeightSpec spec) throws ProblemException;

    /**
     * The weights that no layer asked for.
     *
     * @param used paths of those that were
     */
    List<String> unused(Set<String> used) throws ProblemException;

    /** The file, for messages. */
    String where();

    /** Number of bytes behind the end of the HDF5 data. */
    long trailing();
}
