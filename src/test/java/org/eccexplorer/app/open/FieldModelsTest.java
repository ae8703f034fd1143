package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of the kinds that people bring give what their frameworks computed. */
class FieldModelsTest {

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
}
