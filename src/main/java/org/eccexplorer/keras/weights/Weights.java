package org.eccexplorer.keras.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.container.HdfNumbers;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.layer.WeightSpec;
import org.eccexplorer.network.TrainedValues;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Reads and checks the weights of each layer; what calls of a layer share is read once. */
public final class Weights {
    private static final int MAX_LISTED = 10;

    private final WeightSource source;
    private final IdentityHashMap<KerasLayer, Map<String, float[]>> read = new IdentityHashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    public Weights(WeightSource source) {
        this.source = source;
    }

    /** The weights of a layer, in the order in which it wants them. */
    public List<float[]> of(KerasLayer layer, List<WeightSpec> specs) throws ProblemException {
        Map<String, float[]> known = read.computeIfAbsent(layer, key -> new HashMap<>());
        List<float[]> weights = new ArrayList<>();
        for (WeightSpec spec : specs) {
            float[] values = known.get(spec.name());
            if (values == null) {
                values = read(layer, spec);
                known.put(spec.name(), values);
            }
            weights.add(values);
        }
        return weights;
    }

    private float[] read(KerasLayer layer, WeightSpec spec) throws ProblemException {
        String what =
                Texts.text("keras.weights.weightOf", spec.name(), SafeText.text(layer.path()));
        WeightSource.Found found = source.find(layer, spec);
        if (found == null) {
            throw ModelFaults.corrupt(source.where(), Texts.text("keras.weights.missing"), what);
        }
        String owner = owners.put(found.path(), what);
        if (owner != null) {
            throw ModelFaults.corrupt(
                    source.where(),
                    Texts.text("keras.weights.claimedTwice"),
                    Texts.text(
                            "keras.weights.claimants", owner, what, SafeText.text(found.path())));
        }
        String place = source.where() + ", " + what;
        int[] shape = spec.shape().stream().mapToInt(Integer::intValue).toArray();
        float[] values = HdfNumbers.floats(place, found.dataset(), shape);
        check(layer, spec, place, values);
        return values;
    }

    private void check(KerasLayer layer, WeightSpec spec, String place, float[] values)
            throws ProblemException {
        TrainedValues.check(place, values, spec.rule());
        if (spec.name().endsWith("kernel") && isZero(values)) {
            warnings.add(Texts.text("keras.weights.allZero", SafeText.text(layer.path())));
        }
    }

    private static boolean isZero(float[] values) {
        for (float value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** What was odd about the weights read so far, and how many were not asked for. */
    public List<String> warnings() throws ProblemException {
        List<String> all = new ArrayList<>(warnings);
        List<String> unused = source.unused(owners.keySet());
        unused.stream()
                .limit(MAX_LISTED)
                .map(path -> Texts.text("keras.weights.unused", SafeText.text(path)))
                .forEach(all::add);
        if (unused.size() > MAX_LISTED) {
            all.add(
                    Texts.text(
                            "keras.weights.moreUnused", Numbers.count(unused.size() - MAX_LISTED)));
        }
        return all;
    }
}
