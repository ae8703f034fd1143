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
import org.eccexplorer.problem.ProblemGroups;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Collects what cannot be read, one problem for each fault of each layer. */
final class LayerRefusals {
    /** Of one activation, for one image: 2²⁷, half a gigabyte. */
    private static final int MAX_VALUES = 1 << 27;

    private final String where;
    private final Set<Problem> problems = new LinkedHashSet<>();

    LayerRefusals(String where) {
        this.where = where;
    }

    void add(KerasLayer layer, String why) {
        add(Problem.Kind.UNSUPPORTED, layer, why, Texts.text("keras.graph.changeLayer"));
    }

    private void add(Problem.Kind kind, KerasLayer layer, String why, String remedy) {
        String place =
                Texts.text(
                        "keras.graph.place",
                        where,
                        SafeText.text(layer.path()),
                        SafeText.text(layer.className()));
        problems.add(
                new Problem(kind, place, Texts.text("keras.graph.layerUnreadable"), why, remedy));
    }

    void unknownClass(KerasLayer layer) {
        add(
                Problem.Kind.UNSUPPORTED,
                layer,
                UnsupportedClasses.why(layer),
                UnsupportedClasses.remedy(layer));
    }

    void softmaxInside(KerasLayer softmax, KerasLayer reader) {
        add(softmax, Texts.text("keras.graph.softmaxInside", SafeText.text(reader.path())));
    }

    void checkPrecision(KerasLayer layer, List<Stage> stages) {
        String precision = DataFormat.refusedPrecision(layer);
        boolean weighted =
                stages.stream().anyMatch(stage -> stage.recipe() instanceof Recipe.Weighted);
        if (precision != null && weighted) {
            add(Problem.Kind.UNSUPPORTED, layer, precision, Texts.text("keras.graph.useFloat32"));
        }
    }

    void checkSize(KerasLayer layer, Shape shape) {
        if (shape.size() > MAX_VALUES) {
            add(
                    Problem.Kind.LIMIT,
                    layer,
                    Texts.text(
                            "keras.graph.outputTooLarge",
                            shape,
                            Numbers.count(shape.size()),
                            Numbers.count(MAX_VALUES)),
                    Texts.text("keras.graph.useSmallerImage"));
        }
    }

    void tooLarge(KerasLayer layer) {
        add(
                Problem.Kind.LIMIT,
                layer,
                Texts.text("keras.graph.outputFarTooLarge"),
                Texts.text("keras.graph.useSmallerImage"));
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
                        Texts.text("keras.graph.manyOutputs", names.size()),
                        String.join(", ", names),
                        Texts.text("keras.graph.oneOutput")));
    }

    void throwIfAny() throws ProblemException {
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemGroups.byReason(List.copyOf(problems)));
        }
    }
}
