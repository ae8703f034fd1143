package org.eccexplorer.keras.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.DataFormat;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.config.TensorReference;
import org.eccexplorer.keras.layer.Recipe;
import org.eccexplorer.keras.layer.Stage;
import org.eccexplorer.keras.layer.UnsupportedClasses;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;

/** Collects what cannot be read, one problem for each fault of each layer. */
final class LayerRefusals {
    /** Of one activation, for one image: 2²⁷, half a gigabyte. */
    private static final int MOST_VALUES = 1 << 27;

    private final String where;
    private final Set<Problem> problems = new LinkedHashSet<>();

    LayerRefusals(String where) {
        this.where = where;
    }

    void add(KerasLayer layer, String why) {
        add(Problem.Kind.UNSUPPORTED, layer, why, "Change this layer and train again");
    }

    private void add(Problem.Kind kind, KerasLayer layer, String why, String remedy) {
        String place =
                "%s, layer %s (%s)"
                        .formatted(
                                where,
                                SafeText.text(layer.path()),
                                SafeText.text(layer.className()));
        problems.add(new Problem(kind, place, "This layer cannot be read", why, remedy));
    }

    void unknownClass(KerasLayer layer) {
        add(
                Problem.Kind.UNSUPPORTED,
                layer,
                UnsupportedClasses.why(layer),
                UnsupportedClasses.remedy(layer));
    }

    void softmaxInside(KerasLayer softmax, KerasLayer reader) {
        add(
                softmax,
                "a softmax can only be the last layer, but %s reads its output"
                        .formatted(SafeText.text(reader.path())));
    }

    void checkPrecision(KerasLayer layer, List<Stage> stages) {
        String precision = DataFormat.refusedPrecision(layer);
        boolean weighted =
                stages.stream().anyMatch(stage -> stage.recipe() instanceof Recipe.Weighted);
        if (precision != null && weighted) {
            add(Problem.Kind.UNSUPPORTED, layer, precision, "Save the model with float32 weights");
        }
    }

    void checkSize(KerasLayer layer, Shape shape) {
        if (shape.size() > MOST_VALUES) {
            add(
                    Problem.Kind.LIMIT,
                    layer,
                    "its output %s has %,d values, at most %,d are computed"
                            .formatted(shape, shape.size(), MOST_VALUES),
                    "Use a smaller image or fewer channels");
        }
    }

    void tooLarge(KerasLayer layer) {
        add(
                Problem.Kind.LIMIT,
                layer,
                "its output would have more than 2 billion values",
                "Use a smaller image or fewer channels");
    }

    void outputs(KerasLayer model) throws ProblemException {
        List<String> names =
                TensorReference.list(where, model.config(), "output_layers").stream()
                        .map(reference -> SafeText.text(reference.layer()))
                        .toList();
        problems.add(
                new Problem(
                        Problem.Kind.UNSUPPORTED,
                        where,
                        "The model has %d outputs".formatted(names.size()),
                        String.join(", ", names),
                        "Save a model with one output"));
    }

    void throwIfAny() throws ProblemException {
        if (!problems.isEmpty()) {
            throw new ProblemException(List.copyOf(problems));
        }
    }
}
