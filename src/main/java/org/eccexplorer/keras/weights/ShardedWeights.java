package org.eccexplorer.keras.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.layer.WeightSpec;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Weights in several files of the layout of an archive; one layer's may lie in two of them. */
record ShardedWeights(String where, List<ArchiveWeights> shards) implements WeightSource {

    ShardedWeights {
        shards = List.copyOf(shards);
    }

    @Override
    public @Nullable Found find(KerasLayer layer, WeightSpec spec) throws ProblemException {
        for (ArchiveWeights shard : shards) {
            Found found = shard.find(layer, spec);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    public List<String> unused(Set<String> used) throws ProblemException {
        List<String> unused = new ArrayList<>();
        for (ArchiveWeights shard : shards) {
            unused.addAll(shard.unused(used));
        }
        return unused;
    }

    @Override
    public long trailing() {
        return shards.stream().mapToLong(ArchiveWeights::trailing).sum();
    }
}
