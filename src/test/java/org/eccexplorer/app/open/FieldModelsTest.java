package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of the kinds that people bring give what their frameworks computed. */
class FieldModelsTest {
    @TempDir private Path folder;

    static Path model(String name) {
        return Resources.path("field/" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log-softmax/model.pt2",
                "log-softmax/model.onnx",
                "binary-sigmoid/model.keras",
                "binary-sigmoid/model.h5",
                "mlp-28x28/model.keras",
                "relu-bn-maxpool/model.keras",
                "linear-maxpool/model.keras",
                "half-onnx/model.onnx",
                "zoo-mnist-onnx/model.onnx",
                "shortcut-option-a/model.pt2",
                "shortcut-option-a/model.onnx",
                "conv1d-pytorch/model.pt2",
                "conv1d-pytorch/model.onnx",
                "uint8-input/model.pt2",
                "uint8-input/model.onnx"
            })
    void agreesWithItsFramework(String name) throws ProblemException {
        Path file = model(name);
        LoadedModel model = LoadedModel.open(file);
        Verification result = Verification.of(model, file.resolveSibling("io.npz"), "in0", "out0");
        assertThat(result.relativeError()).isLessThan(1e-5);
        assertThat(result.sameClass()).isEqualTo(result.images());
        assertThat(model.model().warnings()).isEmpty();
    }

    /** What the Python package onnx tests its backends with. */
    static List<Path> packaged() throws IOException {
        try (Stream<Path> files = Files.list(model("onnx-package"))) {
            return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void agreesWithTheTestsOfOnnx(Path file) throws ProblemException {
        Path arrays = Path.of(file.toString().replace(".onnx", ".npz"));
        Verification result = Verification.of(LoadedModel.open(file), arrays, "in0", "out0");
        assertThat(result.relativeError()).isLessThan(1e-5);
        assertThat(result.sameClass()).isEqualTo(result.images());
    }

    @ParameterizedTest
    @CsvSource({
        "uint8-input/model.pt2, true",
        "uint8-input/model.onnx, true",
        "half-onnx/model.onnx, false",
        "conv1d-pytorch/model.pt2, false"
    })
    void knowsWhetherItScalesBytesByItself(String name, boolean rescales) throws ProblemException {
        assertThat(LoadedModel.open(model(name)).model().rescales()).isEqualTo(rescales);
    }

    @Test
    void flattenedRowsAndColumnsAreImages() throws ProblemException {
        LoadedModel model = LoadedModel.open(model("mlp-28x28/model.keras"));
        assertThat(model.network().inputShape()).isEqualTo(new Shape(28, 28, 1));
    }

    /** Networks of the model zoo whose weights are made while reading, from the package onnx. */
    @ParameterizedTest
    @CsvSource({"squeezenet, 1000, 1235496", "resnet50, 1000, 25636712"})
    void networksOfTheZooAreRead(String name, int classes, long parameters)
            throws ProblemException {
        LoadedModel model = LoadedModel.open(model("onnx-light/light_" + name + ".onnx"));
        assertThat(model.network().inputShape()).isEqualTo(new Shape(224, 224, 3));
        assertThat(model.network().outputShape()).isEqualTo(Shape.vector(classes));
        assertThat(model.network().parameters()).isEqualTo(parameters);
    }

    @Test
    void localResponseNormalisationIsRefusedByName() {
        assertThat(
                        catchThrowableOfType(
                                        ProblemException.class,
                                        () ->
                                                LoadedModel.open(
                                                        model(
                                                                "onnx-light/light_bvlc_alexnet.onnx")))
                                .problems())
                .extracting(Problem::why)
                .anyMatch(why -> why.contains("local response normalisation (LRN)"));
    }

    @ParameterizedTest
    @CsvSource({
        "net.prototxt, 'name: \"LeNet\"', Caffe, ONNX",
        "net.caffemodel, LeNet, Caffe, ONNX",
        "net.mlmodel, anything, Core ML, Keras model",
        "graph.pb, anything, frozen graph, model.save",
        "yolo.cfg, [net], Darknet, ONNX",
        "net.mat, MATLAB 5.0 MAT-file, MATLAB, exportONNXNetwork",
        "net.xml, '<?xml version=\"1.0\"?><net name=\"x\">', OpenVINO, Keras model"
    })
    void modelsOfOtherFrameworksAreNamed(String name, String content, String what, String remedy)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name), content + " ".repeat(64));
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> LoadedModel.open(file));
        assertThat(refusal).isNotNull();
        assertThat(refusal.problems().getFirst().what()).contains(what);
        assertThat(refusal.problems().getFirst().remedy()).contains(remedy);
    }
}
